// All experiments, newest first.

import {fill, h, refill, table} from "../dom.js";
import {getJson} from "../api.js";
import {command} from "../parts/command.js";
import {experimentColumns} from "../parts/rows.js";
import {underWay} from "../parts/state.js";
import {pager} from "../parts/pager.js";

export function show(main, scope) {
  document.title = "Experiments · Motifworks";
  const list = h("div");
  const pages = pager(() => reload());
  fill(main, h("h1", "Experiments"), h("section.card", {"aria-label": "Experiments"}, list, pages.element),
    h("p.soft.small", "An experiment trains several architectures several times on one dataset and compares them: a table with deviations, statistical tests, figures, a report."));
  const reload = scope.refreshed(async () => {
    const page = await getJson("/v1/experiments?limit=50" + pages.query(), scope.signal);
    pages.shown(page);
    if (page.items.length) refill(list, table("Experiments", experimentColumns, page.items));
    else fill(list, h("p.empty", "No experiment yet. This one makes the paper's Table 1:"), command("./motifworks experiment paper-table-1"));
    return page.items.some(e => underWay(e.state));
  });
}
