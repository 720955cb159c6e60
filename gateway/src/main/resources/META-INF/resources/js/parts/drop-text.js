// A text area that also takes a file, chosen or dropped onto it.

import {h} from "../dom.js";
import {showProblem} from "../problem.js";

const LARGEST = 4 << 20;

/** {element, text(), name(), focus()}; `name` is the file's while its text is untouched. */
export function dropText(label, example, hint) {
  let fileName = null;
  const area = h("textarea", {rows: 9, spellcheck: "false", autocapitalize: "off", autocomplete: "off", "aria-label": label, placeholder: example,
    oninput: () => (fileName = null)});
  const chooser = h("input", {type: "file", "aria-label": label + " from a file"});
  const take = async file => {
    if (!file) return;
    if (file.size > LARGEST) {
      return showProblem({code: "match.too-large", title: "A file that is too large", detail: file.name + " has over 4 MB.",
        action: "Use ./motifworks match, which has no limit."});
    }
    area.value = await file.text();
    fileName = file.name;
  };
  chooser.addEventListener("change", () => take(chooser.files[0]));
  const element = h("div.drop.stack", {
    ondragover: event => {
      event.preventDefault();
      element.classList.add("over");
    },
    ondragleave: () => element.classList.remove("over"),
    ondrop: event => {
      event.preventDefault();
      element.classList.remove("over");
      take(event.dataTransfer.files[0]);
    },
  }, h("label", label, area), h("div.toolbar", h("label", "or a file", chooser),
    h("button.quiet", {type: "button", onclick: () => {
      area.value = example;
      fileName = null;
    }}, "Put the example in")), h("p.soft.small", hint));
  return {
    element,
    text: () => area.value,
    name: () => fileName,
    focus: () => area.focus(),
  };
}
