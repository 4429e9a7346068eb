extension HTMLPage {
  /// How the page looks: on screens light and dark, and on paper. The colours of text have a
  /// contrast of 4.5 to 1 or more (WCAG 2.2, 1.4.3).
  static let style = """

    :root {
      color-scheme: light dark;
      --ink: light-dark(#1b1d22, #e6e7ea);
      --faint: light-dark(#5a606b, #a3a9b4);
      --paper: light-dark(#ffffff, #15171b);
      --panel: light-dark(#f5f6f8, #1e2126);
      --line: light-dark(#d5d9e0, #383d46);
      --link: light-dark(#0b57a4, #a8c8ff);
      --error: light-dark(#b3261e, #ffb4ab);
      --warning: light-dark(#8a5300, #ffca7a);
      --note: light-dark(#0b57a4, #a8c8ff);
      --mark: light-dark(#ffe08a, #6b5300);
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; max-width: 64rem; padding: 1.5rem 1rem 4rem;
      font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper);
      overflow-wrap: anywhere;
    }
    h1 { margin: 0 0 .25rem; font-size: 1.9rem; line-height: 1.2; }
    h2 { margin: 2.5rem 0 .75rem; font-size: 1.35rem; }
    h3 { margin: 0; font-size: 1.15rem; line-height: 1.35; }
    p { margin: .35rem 0; }
    a { color: var(--link); }
    a:focus-visible, input:focus-visible, li:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px;
    }
    code, kbd { font: .875em/1.4 ui-monospace, monospace; }
    kbd { padding: 0 .35em; border: 1px solid var(--line); border-radius: .25rem; }
    .faint { color: var(--faint); font-size: .925rem; }
    dl { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0; }
    dl > div {
      flex: 1 1 6rem; padding: .6rem .9rem; background: var(--panel);
      border: 1px solid var(--line); border-radius: .5rem;
    }
    dt { color: var(--faint); font-size: .9rem; }
    dd { margin: 0; font-size: 1.7rem; font-weight: 650; font-variant-numeric: tabular-nums; }
    .error dd { color: var(--error); }
    .warning dd { color: var(--warning); }
    .note dd { color: var(--note); }
    form {
      display: flex; flex-wrap: wrap; gap: .5rem 1.25rem;
      align-items: center; padding: .6rem .9rem; background: var(--panel);
      border: 1px solid var(--line); border-radius: .5rem;
    }
    @media (min-width: 48rem) { form { position: sticky; top: 0; z-index: 1; } }
    [hidden] { display: none; }
    fieldset { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0; padding: 0; border: 0; }
    legend { float: left; margin-right: 1rem; padding: 0; color: var(--faint); }
    input[type="search"] {
      padding: .35rem .6rem; font: inherit; color: inherit; background: var(--paper);
      border: 1px solid var(--faint); border-radius: .35rem;
    }
    .ad {
      margin: 1.25rem 0; padding: 1rem 1.1rem; border: 1px solid var(--line);
      border-radius: .6rem;
    }
    .ad ol { margin: 1rem 0 0; padding: 0; list-style: none; }
    .finding {
      margin: .9rem 0 0; padding: .1rem 0 .1rem .9rem; border-left: .3rem solid var(--line);
      scroll-margin-top: 8rem;
    }
    .finding.error { border-color: var(--error); }
    .finding.warning { border-color: var(--warning); }
    .finding.note { border-color: var(--note); }
    .error > p > .level { color: var(--error); }
    .warning > p > .level { color: var(--warning); }
    .note > p > .level { color: var(--note); }
    .message { font-weight: 600; }
    blockquote {
      margin: .4rem 0; padding: .4rem .7rem; background: var(--panel); border-radius: .35rem;
      font: .9rem/1.5 ui-monospace, monospace;
    }
    mark { padding: .05em .1em; color: inherit; background: var(--mark); border-radius: .2em; }
    mark:empty::before { content: "\\2038"; }
    meter { width: 8rem; vertical-align: -.1em; }
    .wide { overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; font-size: .95rem; }
    th, td {
      padding: .4rem .6rem; text-align: left; vertical-align: top;
      border-bottom: 1px solid var(--line);
    }
    th { color: var(--faint); font-weight: 600; }
    footer { margin-top: 3rem; color: var(--faint); font-size: .9rem; }
    @media print {
      :root { color-scheme: light; font-size: 9.5pt; }
      body { max-width: none; padding: 0; }
      form { display: none; }
      .finding, tr, dl > div { break-inside: avoid; }
      .ad > header { break-after: avoid; }
      @page { margin: 18mm 16mm; }
    }

    """
}
