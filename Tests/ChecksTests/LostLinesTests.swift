import AdModel
import Testing

/// Checks that find what a lost line break, dash or bracket leaves behind.
@Suite struct LostLinesTests {
  @Test(arguments: [
    ("We bake in four shops. Key Skills: Knead dough.", ["Key Skills:"]),
    ("We bake in four shops KEY SKILLS: Knead dough.", ["KEY SKILLS:"]),
    ("We bake in shops of Cork KEY SKILLS: Knead dough.", ["KEY SKILLS:"]),
    ("We bake in four shops.Key Skills: Knead dough.", ["Key Skills:"]),
    ("We bake in four shops and Skills: Knead dough.", ["Skills:"]),
    ("We bake in four shops. Night Shift:  Knead dough.", ["Night Shift:"]),
    ("We bake in four shops. Night Shift: Knead dough.", []),
    ("We bake in four shops. Nights:  Knead dough.", []),
    ("Key Skills: Knead dough.", []),
    ("The Main Key Skills: Knead dough.", []),
    ("We bake in four shops.\nKey Skills: Knead dough.", []),
    ("We bake in four shops. Our key skills: Knead dough.", []),
  ])
  func `a heading in the middle of a line was once on its own`(
    ad: String, expected: [String]
  ) throws {
    #expect(try words("collapsed-headings: [skills]", in: ad) == expected)
  }

  @Test(arguments: [
    ("You run a team  this is new.", ["team  this"]),
    ("You work 8am  4pm.", ["8am  4pm"]),
    ("Mondays  Fridays.", ["Mondays  Fridays"]),
    ("We pay ****  12 months.", ["****  12"]),
    ("You run a  team.", []),
    ("Normal  0", []),
    ("A stop.  New words.", []),
    ("Three   blanks.", []),
    ("Bake  knead  mind  serve  this too", ["serve  this"]),
    ("IT  Systems", []),
    ("", []),
  ])
  func `two blanks between two words are a lost dash`(ad: String, expected: [String]) throws {
    #expect(try words("{lost-dash: [this], joints: [a], runs: 3}", in: ad) == expected)
  }

  @Test(arguments: [
    ("Nights (four a week and days.", ["(four"]),
    ("Nights four) a week.", ["four)"]),
    ("Nights (four) a week.", []),
    ("a) Knead b) bake 3) serve iv) rest :) well", []),
    ("The homec) doughb) breadd)", []),
    ("(", ["("]),
    (")", []),
    ("((a)", ["((a)"]),
  ])
  func `a bracket needs its other half`(ad: String, expected: [String]) throws {
    #expect(try words("brackets: unbalanced", in: ad) == expected)
  }
}
