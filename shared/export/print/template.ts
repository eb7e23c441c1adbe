/** The file that the template reads its text from, beside itself. */
export const PRINT_DATA = 'document.json'

/**
 * How law is set for print, in Typst: A4, lines numbered from 1 on each page, deletions struck,
 * insertions underlined, moves with dotted lines; each change carries its number in the margin, a bookmark,
 * and links to the list in front. It reads {@link PrintDocument} and nothing else.
 */
export const PRINT_TEMPLATE = `
#let doc = json("document.json")
#let green = rgb("#0b5d2e")
#let red = rgb("#9b1c1c")
#let violet = rgb("#5b2d8e")
#let number(words, page, pages) = words.replace("{page}", str(page)).replace("{pages}", str(pages))

// Where the text of an upright page begins.
#let text-left = 3cm
#let text-top = 2.2cm

#set document(title: doc.title, author: doc.author)
#let size = if doc.turned { 9pt } else { 11pt }
#set text(lang: doc.language, font: "Noto Serif", size: size, hyphenate: false)
#set page(
  paper: "a4",
  flipped: doc.turned,
  margin: if doc.turned { (x: 1.5cm, y: 1.8cm) } else { (left: text-left, right: 2.2cm, top: text-top, bottom: 2cm) },
  header: text(size: 8pt, fill: luma(80))[#doc.head #h(1fr) #doc.day],
  footer: context align(center, text(size: 8.5pt,
    number(doc.pageOf, counter(page).get().first(), counter(page).final().first()))),
)
#set par(justify: false, linebreaks: "simple", spacing: 0.75em, leading: 0.62em)
// The first layout counts 0 everywhere, and shows nothing. A block that holds no line to be numbered is
// set once for each number, and not once for each line.
#let line-number(n) = if n > 0 {
  block(breakable: false, {
    set par.line(numbering: none)
    text(size: 7pt, fill: luma(90))[#n]
  })
}
#set par.line(
  numbering: if doc.lineNumbers { line-number } else { none },
  numbering-scope: "page",
  number-clearance: 0.7cm,
)
// What a heading looks like is its block's to say: its level tells only what is in what.
#show heading: it => block(width: 100%, above: 1.3em, below: 0.75em, sticky: true, it.body)
// The sizes of headings, as shares of the text's.
#let sizes = (title: 1.5, division: 1.15, article: 1, sentence: 1)

#let lines(words) = {
  for (i, part) in words.split("\\n").enumerate() {
    if i > 0 { linebreak() }
    part
  }
}
// PDF/UA allows one line on a word: that of its fate comes before that of its look.
#let looked(words, marks, fate) = {
  let body = lines(words)
  if "strong" in marks { body = strong(body) }
  if "emphasis" in marks { body = emph(body) }
  if "underline" in marks and fate == "kept" { body = underline(offset: 2.5pt, body) }
  if "superscript" in marks { body = super(body) }
  if "subscript" in marks { body = sub(body) }
  body
}
#let run(r) = {
  let (fate, words, marks) = r
  let body = if marks.len() == 0 { lines(words) } else { looked(words, marks, fate) }
  if fate == "kept" { body }
  else if fate == "inserted" { text(fill: green, underline(stroke: 0.6pt, body)) }
  else if fate == "deleted" { text(fill: red, strike(stroke: 0.6pt, body)) }
  else if fate == "movedTo" { text(fill: violet, underline(stroke: (thickness: 1.1pt, dash: "densely-dotted"), body)) }
  else { text(fill: violet, strike(stroke: (thickness: 1.1pt, dash: "densely-dotted"), body)) }
}
#let runs(b) = for r in b.runs { run(r) }

// The bookmark of a change, its place for links, and its number in the margin, which leads back to the list:
// to the place where the list stands, for what leads to a label is set anew once all labels are known.
// A centered line begins where its words let it: its place is asked for.
#let margin-left = text-left + 15.8cm + 0.3cm
#let list-place = (page: 1, x: text-left, y: text-top)
#let in-margin(n, dx) = place(top + left, dx: dx, dy: -0.62em, box(width: 1.6cm,
  text(size: 7pt, weight: "regular", fill: luma(60), link(list-place, [‹ #n]))))
#let change(c, centered: false) = if c != none {
  box(width: 0pt, height: 0pt, {
    set par.line(numbering: none)
    // Its words are the bookmark's alone, and are set nowhere.
    show heading: none
    place(hide(heading(level: c.level, outlined: false, bookmarked: true, c.name)))
    if centered { context in-margin(c.n, margin-left - here().position().x) }
    else { in-margin(c.n, margin-left - text-left) }
  })
  [#metadata(c.n)<change>]
}

#let set-block(b) = {
  if b.kind == "table" {
    if b.change != none { par(change(b.change)) }
    let widths = if b.widths.len() == 0 { (1fr,) * b.columns } else { b.widths.map(w => w * 1fr) }
    let cell(c) = table.cell(colspan: c.columns, rowspan: c.rows, breakable: not c.short, {
      set par(justify: false)
      let body = for inner in c.blocks { set-block(inner) }
      if c.header { strong(body) } else { body }
    })
    let cells(rows) = rows.map(row => row.cells.map(cell)).flatten()
    let mark = (x, y) => {
      let fate = b.rows.at(y, default: (fate: "kept")).fate
      if fate == "kept" { 0.4pt + luma(120) }
      else if fate == "inserted" or fate == "movedTo" { 1pt + green }
      else { (paint: red, thickness: 1pt, dash: "dashed") }
    }
    // In a block of its own, for the lines beside a table that crosses pages would get into its tags.
    block(width: 100%, table(columns: widths, stroke: mark, inset: 4.5pt,
      ..if b.headers > 0 { (table.header(repeat: true, ..cells(b.rows.slice(0, b.headers))),) },
      ..cells(b.rows.slice(b.headers))))
  } else if b.level > 0 {
    let centered = b.role == "title" or b.role == "division"
    set align(center) if centered
    show heading: set text(size: size * sizes.at(b.role), weight: if b.role == "sentence" { "regular" } else { "bold" })
    heading(level: b.level, [#change(b.change, centered: centered)#runs(b)])
  } else if b.role == "preface" {
    align(center, par[#change(b.change, centered: true)#runs(b)])
  } else if b.role == "said" {
    set par.line(numbering: none)
    block(sticky: true, spacing: 0.75em, text(size: 0.75em, fill: violet, par(runs(b))))
  } else if b.role == "note" {
    par(text(size: 0.85em, fill: luma(70))[#change(b.change)#emph(runs(b))])
  } else {
    par[#change(b.change)#runs(b)]
  }
}

#if doc.summary != none {
  set par.line(numbering: none)
  let s = doc.summary
  align(center, {
    show heading: set text(size: size * sizes.title)
    heading(level: 1, outlined: false, s.heading)
  })
  align(center, text(size: 1.15em, doc.title))
  align(center, text(fill: luma(80))[#doc.author, #doc.day])
  par(s.counts.join("; ", last: "; ") + ".")
  par[#s.legendHeading: #s.legend.map(run).join(", ").]
  if s.items.len() > 0 {
    set text(size: 0.92em)
    // Lines and no grid: cells, their columns and their tags cost more than all the rest of this list.
    context {
      // All places are asked for at once: what a line asked for would be asked again in each layout.
      let places = for start in query(<change>) { ((str(start.value)): start.location()) }
      let digit = measure("0").width
      let digits = str(s.items.len()).len()
      // Kind and page stand in a column of their own, on the last line of a place however long it is:
      // their box takes no room on that line.
      let kinds = s.items.map(item => item.kind).dedup()
      let column = calc.max(..kinds.map(kind => measure(kind).width)) + 3 * digit + 1.8em.to-absolute()
      set par(hanging-indent: digits * digit + measure(".").width + 0.6em, spacing: 0.6em)
      pad(right: column, for item in s.items {
        let n = str(item.n)
        // The first layout knows no place yet.
        let to = if places == none { list-place } else { places.at(n) }
        let page = str(if places == none { 0 } else { to.page() })
        par(link(to, {
          h((digits - n.len()) * digit)
          n + "."
          h(0.6em)
          item.place
          h(1fr)
          box(width: 0pt, box(width: column, {
            h(1fr)
            text(fill: luma(70), item.kind)
            h(0.8em + (3 - page.len()) * digit)
            page
          }))
        }))
      })
    }
  }
  pagebreak()
}
#for b in doc.blocks {
  // What most of an act is comes without a call: a call is remembered by all that it is given.
  if b.kind == "paragraph" and b.role == "text" and b.level == 0 {
    par({
      if b.change != none { change(b.change) }
      for r in b.runs {
        let (fate, words, marks) = r
        if fate == "kept" and marks.len() == 0 and not words.contains("\\n") { words } else { run(r) }
      }
    })
  } else { set-block(b) }
}
`
