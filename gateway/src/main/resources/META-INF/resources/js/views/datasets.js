// All datasets, and the two ways to make one.

import {fill, h, refill, table} from "../dom.js";
import {getJson} from "../api.js";
import {command} from "../parts/command.js";
import {importForm} from "../parts/import-fasta.js";
import {simulateForm} from "../parts/simulate.js";
import {datasetColumns} from "../parts/rows.js";
import {underWay} from "../parts/state.js";
import {pager} from "../parts/pager.js";

export function show(main, scope) {
  document.title = "Datasets · Motifworks";
  const list = h("div");
  const pages = pager(() => reload());
  fill(main, h("h1", "Datasets"),
    h("section.card", {"aria-label": "Datasets"}, list, pages.element),
    h("div.columns",
      h("section.card.stack", {"aria-label": "Simulate"}, h("h2", "Simulate the paper's dataset"),
        h("p.soft", "Motifs of 12 transcription factors in random DNA of 200 nt, with the truth kept beside it."), simulateForm()),
      h("section.card.stack", {"aria-label": "Import"}, h("h2", "Import FASTA"),
        h("p.soft", "One file a class."), importForm(),
        h("p.soft.small", "Large files are easier from the command line:"),
        command("./motifworks dataset import --name peaks --positive peaks.fa --negative background.fa"))));
  const reload = scope.refreshed(async () => {
    const page = await getJson("/v1/datasets?limit=50" + pages.query(), scope.signal);
    pages.shown(page);
    refill(list, page.items.length ? table("Datasets", datasetColumns, page.items)
      : h("p.empty", "No dataset yet. Make one below, or run ./motifworks demo."));
    return page.items.some(d => underWay(d.state));
  });
}
