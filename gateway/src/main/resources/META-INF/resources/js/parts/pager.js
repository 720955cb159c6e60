// Older and newer pages of a list; ids sort by time.

import {fill, h} from "../dom.js";

export function pager(reload) {
  const element = h("div.toolbar", {hidden: true});
  const visited = [];
  let before = null;
  let next = null;
  const go = change => () => {
    change();
    reload();
  };
  return {
    element,
    query: () => before ? "&before=" + encodeURIComponent(before) : "",
    shown(page) {
      next = page.next ?? null;
      element.hidden = !next && !visited.length;
      fill(element,
        h("button.quiet", {type: "button", disabled: !visited.length, onclick: go(() => (before = visited.pop()))}, "← Newer"),
        h("button.quiet", {type: "button", disabled: !next, onclick: go(() => {
          visited.push(before);
          before = next;
        })}, "Older →"));
    },
  };
}
