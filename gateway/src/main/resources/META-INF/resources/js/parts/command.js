// A command line to copy.

import {h} from "../dom.js";

export function command(text) {
  const button = h("button.quiet", {type: "button", "aria-label": "Copy the command " + text, onclick: async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  }}, "Copy");
  return h("div.command", h("code", text), navigator.clipboard ? button : null);
}
