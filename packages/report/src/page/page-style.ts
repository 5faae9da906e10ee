/** The whole look of a page. Colours are named by what they are for; nothing is told by colour alone. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #59626e; --line: #dcdad4; --page: #faf9f6; --card: #fff; --mark: #0b6a80; --warn: #8a5300; --warn-page: #fff3dc; --tint: #eeece6 }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #9ba4b0; --line: #2d333c; --page: #14161a; --card: #1b1f26; --mark: #62c4da; --warn: #f0bd62; --warn-page: #2a2213; --tint: #22272f } }
* { box-sizing: border-box }
html { background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; -webkit-text-size-adjust: 100% }
body { margin: 0; overflow-wrap: anywhere }
main { max-width: 88rem; margin: 0 auto; padding: 2.5rem clamp(1rem, 4vw, 3.5rem) }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 }
h2 { font-size: 1.25rem; margin: 0 }
h3 { font-size: 1rem; margin: 1.25rem 0 .5rem }
h3 span { color: var(--soft); font-weight: 400; margin-left: .4em }
p { margin: 0 }
section { margin-top: 2.5rem }
header p, .says, footer { color: var(--soft) }
.says { margin: .15rem 0 .75rem; max-width: 100ch }
a { color: inherit; font-weight: 600; text-decoration-color: var(--mark); text-underline-offset: .2em }
code { font: .875em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; unicode-bidi: isolate }
ul { margin: 0; padding-left: 1.1rem }
li { margin: .25rem 0; max-width: 100ch }
summary { cursor: pointer; color: var(--mark) }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px }
.facts { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(13.5rem, 100%), 1fr)); margin-top: 1.75rem }
.fact, .card { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem; overflow: clip }
.fact h2 { font-size: .85rem; font-weight: 400; color: var(--soft) }
.fact h2::first-letter { text-transform: uppercase }
.fact p { font-size: .875rem; color: var(--soft) }
.fact .lead { font-size: 1.2rem; line-height: 1.35; color: var(--ink) }
.fact.warn .lead { color: var(--warn) }
.asks details > .note { margin-top: .75rem }
.asks { display: grid; gap: .75rem; margin-top: 1.25rem }
.note { background: var(--warn-page); border: 1px solid var(--warn); border-radius: .6rem; padding: .7rem 1rem }
.note .sign { color: var(--warn); font-weight: 700 }
.note p { max-width: 85ch }
.note .sign + p { display: inline }
.wave { margin-top: 1rem }
.wave ~ .says { margin-top: 1rem }
.cards { --even: calc((100% - (var(--most) - 1) * .75rem) / var(--most) - .1px); display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(max(min(18rem, 100%), var(--even)), 1fr)); align-items: start }
.most2 { --most: 2 } .most3 { --most: 3 } .most4 { --most: 4 }
.card.vague { border: 1px dashed var(--warn) }
.card:target { outline: 2px solid var(--mark) }
.card h4 { font-size: 1rem; margin: 0 }
.sure { width: .8em; height: .8em; fill: none; stroke: currentColor; vertical-align: -.03em }
.number { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums }
.title { font-size: .95rem; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden }
.file { font-size: .95rem; margin: .15rem 0 }
.why { font-size: .9rem; color: var(--soft); padding-left: 1.2em; text-indent: -1.2em }
.why::before { content: '↳ ' }
.vague .file, .more { color: var(--soft) }
.vague .file b { color: var(--warn) }
.card details { margin-top: .4rem; font-size: .9rem }
.card blockquote { margin: .5rem 0; padding: .1rem 0 .1rem .75rem; border-left: 3px solid var(--line); white-space: pre-wrap }
.files { list-style: none; padding: 0 }
.files .sure { margin-top: .42em }
.files li { display: grid; grid-template-columns: 1.2em 1fr auto; gap: 0 .3em; padding: .3rem 0; margin: 0; border-top: 1px solid var(--line); break-inside: avoid }
.files small { grid-column: 2 / -1; color: var(--soft) }
.p { color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap }
dl { display: grid; align-items: baseline; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: .5rem 0 }
dt { color: var(--soft) }
dd { margin: 0; min-width: 0 }
.commands code { display: block; overflow-x: auto; white-space: pre }
.scroll { overflow-x: auto; max-width: 100% }
table { border-spacing: 2px; font-size: .9rem; overflow-wrap: normal }
th { font-weight: 400; text-align: center }
th[scope=row] { text-align: left; padding-right: .75rem; white-space: nowrap; max-width: 16rem; overflow: hidden; text-overflow: ellipsis }
th[scope=col] { color: var(--soft); font-variant-numeric: tabular-nums }
.pair { width: 1.7rem; min-width: 1.7rem; height: 1.7rem; padding: 0; background: var(--tint); text-align: center; line-height: 1; cursor: default }
.together { outline: 1.5px solid var(--soft); outline-offset: -1.5px }
.ordered { color: var(--mark) }
.risk { color: var(--warn) }
.r0 { font-size: 1.6rem } .r1 { font-size: 1.2rem } .r2 { font-size: .9rem } .r3 { font-size: .6rem }
footer { margin-top: 3rem; font-size: .85rem }
@media (max-width: 40rem) { main { padding-top: 1.25rem } h1 { font-size: 1.6rem } section { margin-top: 2rem } .facts { margin-top: 1rem } dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .4rem } }
@page { size: A4; margin: 14mm }
@media print {
  html { font-size: 9pt; background: none }
  main { max-width: none; padding: 0 }
  section { margin-top: 1.5rem }
  .facts { grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)) }
  .cards { grid-template-columns: repeat(3, 1fr) }
  .fact, .note, .card:not(:has([open])), li, tr { break-inside: avoid }
  h2, h3, h4, .says { break-after: avoid }
  .pair, .note { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .commands code { white-space: pre-wrap }
  .scroll { overflow: visible; break-inside: avoid }
}
`;
