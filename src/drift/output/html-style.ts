/** Style of the page: one column, readable on a phone without scrolling sideways, light and dark. */
export const DRIFT_PAGE_STYLE = `
:root{color-scheme:light dark;--line:#8884;--critical:#b00020;--high:#c2410c;--medium:#a16207;--low:#2563eb;--info:#6b7280}
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:60rem;margin:0 auto;padding:1rem}
h1{font-size:1.4rem;margin:0}
h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
h3{font-size:1rem;margin:0 0 .25rem;font-weight:normal}
p{margin:.25rem 0}
article{border:1px solid var(--line);border-left:.4rem solid var(--info);border-radius:.4rem;padding:.75rem;margin:.5rem 0}
article.critical{border-left-color:var(--critical)}
article.high{border-left-color:var(--high)}
article.medium{border-left-color:var(--medium)}
article.low{border-left-color:var(--low)}
.severity{font-weight:bold;text-transform:uppercase;font-size:.8rem}
.quiet{opacity:.75;font-size:.9rem}
.failed{border:2px solid var(--critical);border-radius:.4rem;padding:.75rem}
summary{cursor:pointer;min-height:2.75rem;display:flex;align-items:center}
pre{white-space:pre-wrap;border:1px solid var(--line);border-radius:.4rem;padding:.5rem;font-size:.85rem;margin:.25rem 0}
`.trim();
