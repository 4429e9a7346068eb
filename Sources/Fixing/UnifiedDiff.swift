internal import AdModel
