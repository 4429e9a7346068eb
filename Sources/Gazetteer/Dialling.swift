/// Where a telephone number is from, as far as its first digits tell.
enum Dialling {
  /// The country of a number in the international form, whose digits begin at `start`: `+44 20`.
  static func country(_ text: [UInt8], at start: Int, end: Int) -> UInt64? {
    guard start > 0, text[start - 1] == UInt8(ascii: "+") else { return nil }
    for count in [3, 2] where start + count <= end {
      let digits = Postcodes.number(text, at: start, end: start + count)
      if digits.count == count, let country = countries[digits.value] { return country }
    }
    return nil
  }

  /// The state or province of a North American number whose area code is the three digits at
  /// `start`: `(518) 555-0100`.
  static func state(_ text: [UInt8], at start: Int, end: Int) -> UInt64? {
    guard start + 12 <= end else { return nil }
    var index = start + 3
    for count in [3, 4] {
      let mark = index
      while index < mark + 2, marks.contains(text[index]) { index += 1 }
      guard index > mark, index + count <= end,
        Postcodes.number(text, at: index, end: end).count == count
      else { return nil }
      index += count
    }
    return states[Postcodes.number(text, at: start, end: start + 3).value]
  }

  private static let marks: Set<UInt8> = [0x20, 0x29, 0x2D, 0x2E]

  /// Country codes of ITU-T E.164; those that several countries share are left out.
  private static let countries = pairs(
    """
    GB 44 IE 353 AU 61 NZ 64 DE 49 AT 43 CH 41 SE 46 FR 33 NL 31 ES 34 IT 39 BE 32 DK 45 NO 47 PL 48 \
    PT 351 FI 358 CZ 420 SK 421 LT 370 LV 371 EE 372 GR 30 RO 40 HU 36 MT 356 LU 352 IN 91 SG 65 \
    HK 852 ZA 27 GE 995 AE 971 MY 60 PH 63 JP 81 KR 82 CN 86 BR 55 MX 52
    """)

  /// Area codes of the North American Numbering Plan (https://nanpa.com), as of 2025.
  private static let states = pairs(
    """
    CA-AB 368 403 587 780 825 \
    CA-BC 236 250 257 604 672 778 \
    CA-MB 204 431 584 \
    CA-NB 428 506 \
    CA-NL 709 879 \
    CA-NS 782 902 \
    CA-ON 226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 807 942 \
    CA-QC 263 273 354 367 418 438 450 468 514 579 581 819 873 \
    CA-SK 306 474 639 \
    US-AK 907 \
    US-AL 205 251 256 334 659 938 \
    US-AR 327 479 501 870 \
    US-AZ 480 520 602 623 928 \
    US-CA 209 213 279 310 323 341 350 369 408 415 424 442 510 530 559 562 619 626 628 650 \
    657 661 669 707 714 738 747 760 805 818 820 831 840 858 909 916 925 949 951 \
    US-CO 303 719 720 748 970 983 \
    US-CT 203 475 860 959 \
    US-DC 202 771 \
    US-DE 302 \
    US-FL 239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 \
    863 904 941 954 \
    US-GA 229 404 470 478 678 706 762 770 912 943 \
    US-HI 808 \
    US-IA 319 515 563 641 712 \
    US-ID 208 986 \
    US-IL 217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 872 \
    US-IN 219 260 317 463 574 765 812 930 \
    US-KS 316 620 785 913 \
    US-KY 270 364 502 606 859 \
    US-LA 225 318 337 504 985 \
    US-MA 339 351 413 508 617 774 781 857 978 \
    US-MD 227 240 301 410 443 667 \
    US-ME 207 \
    US-MI 231 248 269 313 517 586 616 734 810 906 947 989 \
    US-MN 218 320 507 612 651 763 952 \
    US-MO 235 314 417 557 573 636 660 816 975 \
    US-MS 228 601 662 769 \
    US-MT 406 \
    US-NC 252 336 472 704 743 828 910 919 980 984 \
    US-ND 701 \
    US-NE 308 402 531 \
    US-NH 603 \
    US-NJ 201 551 609 640 732 848 856 862 908 973 \
    US-NM 505 575 \
    US-NV 702 725 775 \
    US-NY 212 315 329 332 347 363 516 518 585 607 631 646 680 716 718 838 845 914 917 929 \
    934 \
    US-OH 216 220 234 283 326 330 380 419 440 513 567 614 740 937 \
    US-OK 405 539 572 580 918 \
    US-OR 458 503 541 971 \
    US-PA 215 223 267 272 412 445 484 570 582 610 717 724 814 835 878 \
    US-PR 787 939 \
    US-RI 401 \
    US-SC 803 821 839 843 854 864 \
    US-SD 605 \
    US-TN 423 615 629 731 865 901 931 \
    US-TX 210 214 254 281 325 346 361 409 430 432 469 512 682 713 726 737 806 817 830 832 \
    903 915 936 940 945 956 972 979 \
    US-UT 385 435 801 \
    US-VA 276 434 540 571 686 703 757 804 826 948 \
    US-VT 802 \
    US-WA 206 253 360 425 509 564 \
    US-WI 262 274 353 414 534 608 715 920 \
    US-WV 304 681 \
    US-WY 307
    """)

  /// Codes and the numbers that follow each.
  private static func pairs(_ list: String) -> [Int: UInt64] {
    var pairs: [Int: UInt64] = [:]
    var code: UInt64 = 0
    for word in list.split(separator: " ") {
      if let number = Int(word) {
        pairs[number] = code
      } else {
        code = word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
      }
    }
    return pairs
  }
}
