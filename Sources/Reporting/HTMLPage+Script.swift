extension HTMLPage {
  /// What lets a reader choose among the findings and walk through them with the keyboard. Keys of
  /// one letter can be turned off (WCAG 2.2, 2.1.4).
  ///
  /// It holds neither `<` nor `&`, so that it is the same in HTML and in XML.
  static let script = """

    const form = document.getElementById("filter");
    const words = document.getElementById("words");
    const keys = document.getElementById("keys");
    const shown = document.getElementById("shown");
    const ads = Array.from(document.querySelectorAll(".ad"), (ad) => ({
      ad,
      head: ad.querySelector("header").textContent.toLowerCase(),
      findings: Array.from(ad.querySelectorAll(".finding"), (item) => ({
        item,
        level: item.dataset.level,
        text: item.textContent.toLowerCase(),
      })),
    }));

    function choose() {
      const wanted = words.value.trim().toLowerCase();
      const boxes = form.querySelectorAll("input[name=level]:checked");
      const levels = new Set(Array.from(boxes, (box) => box.value));
      let count = 0;
      for (const { ad, head, findings } of ads) {
        let some = false;
        for (const { item, level, text } of findings) {
          const fits = levels.has(level) ? text.includes(wanted) || head.includes(wanted) : false;
          item.hidden = !fits;
          some = some || fits;
          count += fits ? 1 : 0;
        }
        ad.hidden = !some;
      }
      shown.textContent = count === 1 ? "1 finding shown" : `${count} findings shown`;
    }

    function walk(step) {
      const items = ads.flatMap(({ findings }) => findings.map(({ item }) => item))
        .filter((item) => !item.hidden);
      const here = document.activeElement.closest(".finding");
      const next = items[Math.max(0, items.indexOf(here) + step)];
      if (next) next.focus();
    }

    document.addEventListener("keydown", (event) => {
      if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") {
        words.value = "";
        choose();
        words.blur();
      } else if (event.target === words) {
        return;
      } else if (event.key === "/") {
        event.preventDefault();
        words.focus();
      } else if (event.key === "j") {
        walk(1);
      } else if (event.key === "k") {
        walk(-1);
      }
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", choose);
    form.hidden = ads.length === 0;
    choose();

    """
}
