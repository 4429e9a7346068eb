"""Runs hirelint over the partitions of a data set of job ads, with Apache Spark.

Follow an ad from left to right; each arrow is a module::

    INPUT → records → linting (report, places) → tables → OUTPUT
"""
