// A window over the page, which takes itself away when it is closed or the page is left.

import {h} from "../dom.js";

/** {element, signal, close()}; `signal` aborts what the window has asked for. */
export function sheet(title, ...content) {
  const leave = new AbortController();
  const element = h("dialog.sheet", {"aria-label": title},
    h("div.head", h("h2.grow", title), h("button", {type: "button", onclick: () => element.close()}, "Close")), content);
  element.addEventListener("click", event => event.target === element && element.close()); // beside the window
  element.addEventListener("close", () => {
    leave.abort();
    element.remove();
  });
  addEventListener("hashchange", () => element.close(), {signal: leave.signal});
  document.body.append(element);
  element.showModal();
  return {element, signal: leave.signal, close: () => element.close()};
}
