// Forms that say what is wrong and never send twice.

import {h} from "../dom.js";
import {clearProblem, showProblem} from "../problem.js";

/** A labelled control. */
export const field = (label, control, wide) => h(wide ? "label.wide" : "label", label, control);

export const numberInput = (name, value, min, max, step = 1) =>
  h("input", {type: "number", name, value, min, max, step, required: true});

/** A form that calls `send(FormData)`, shows its problem, and is locked meanwhile. */
export function form(label, send, children, button) {
  const submit = h("button.primary", {type: "submit"}, button);
  return h("form.fields", {"aria-label": label, onsubmit: async event => {
    event.preventDefault();
    submit.disabled = true;
    clearProblem();
    try {
      await send(new FormData(event.target), event.target);
    } catch (problem) {
      showProblem(problem);
      scrollTo({top: 0, behavior: "smooth"});
    }
    submit.disabled = false;
  }}, children, h("div", submit));
}
