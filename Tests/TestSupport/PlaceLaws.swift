public import AdModel

/// What must hold for the places of every ad, whatever reader it comes from.
public enum PlaceLaws {
  /// The first law that `ad` breaks, or `nil` if it keeps them all.
  public static func broken(by ad: Ad, in file: SourceFile) -> String? {
    if ad.map.count != ad.prose.count { return "The map tells of every byte of the prose." }
    if String(validating: ad.prose, as: UTF8.self) == nil { return "Prose is UTF-8." }
    return brokenByFields(of: ad, in: file) ?? brokenByBlocks(of: ad)
  }

  private static func brokenByFields(of ad: Ad, in file: SourceFile) -> String? {
    var last = 0
    for field in ad.fields {
      if field.place.lower < last || field.place.upper > ad.prose.count {
        return "Fields stand one behind the other."
      }
      if last > 0, field.place.lower != last + Ad.separator.count {
        return "Nothing but the separator stands between two fields."
      }
      last = field.place.upper
      if field.value.lower < ad.record.lower || field.value.upper > ad.record.upper {
        return "The value of a field stands inside the record."
      }
      var before = ByteRange<Source>(field.value.lower, field.value.lower)
      for offset in field.place.utf8 {
        let place = ByteRange<Prose>(offset, offset + 1)
        let origin = ad.map.origin(covering: place)
        if origin != before, origin.lower < before.upper { return "Pieces come in order, apart." }
        if origin.upper > ad.record.upper { return "Words stand inside the record." }
        before = origin
        if let same = ad.map.origin(spelling: place), file.text[same.lower] != ad.prose[offset] {
          return "A verbatim byte is that byte."
        }
      }
    }
    return last == ad.prose.count ? nil : "Fields are all of the prose."
  }

  private static func brokenByBlocks(of ad: Ad) -> String? {
    var end = 0
    for block in ad.blocks {
      if block.place.lower < end || block.place.upper > ad.prose.count {
        return "Blocks stand one behind the other."
      }
      end = block.place.upper
    }
    for link in ad.links
    where link.source.upper > ad.record.upper || link.text.upper > ad.prose.count {
      return "Links stand inside the record."
    }
    return nil
  }
}
