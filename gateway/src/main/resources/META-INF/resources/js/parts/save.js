// Hands text to the reader as a file.

import {h} from "../dom.js";

export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], {type}));
  h("a", {href: address, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
