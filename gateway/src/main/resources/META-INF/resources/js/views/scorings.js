// All bulk scorings, and the way to ask for one.

import {fill, h, refill, table} from "../dom.js";
import {getJson} from "../api.js";
import {command} from "../parts/command.js";
import {scoringColumns} from "../parts/rows.js";
import {scoringForm} from "../parts/score-file.js";
import {underWay} from "../parts/state.js";
import {pager} from "../parts/pager.js";

export async function show(main, scope) {
  document.title = "Scorings · Motifworks";
  const list = h("div"), start = h("section.card.stack", {"aria-label": "Score a file"});
  const pages = pager(() => reload());
  fill(main, h("h1", "Scorings"),
    h("section.card", {"aria-label": "Scorings"}, list, pages.element),
    start,
    h("p.soft.small", "A scoring goes through a whole file by itself and keeps the table: a row for each sequence, region or variant."));
  const reload = scope.refreshed(async () => {
    const page = await getJson("/v1/scorings?limit=50" + pages.query(), scope.signal);
    pages.shown(page);
    refill(list, page.items.length ? table("Scorings", scoringColumns, page.items)
      : h("p.empty", "No file was scored yet."));
    return page.items.some(s => underWay(s.state));
  });
  fill(start, h("h2", "Score a file"), await way(scope.signal));
}

/** A form where files may be named by their path, and in any case the command. */
async function way(signal) {
  const [{folders}, models, series] = await Promise.all(["scorings/inputs", "models?limit=200", "series"]
    .map(name => getJson("/v1/" + name, signal)));
  const example = command("./motifworks scoring --model MODEL --regions atac.bed.gz --genome hg38.2bit --out scores.tsv.gz");
  if (!folders.length) return [
    h("p.soft", "This installation reads no files by their path: motifworks.input.folders names those it may."), example];
  if (!models.items.length) return h("p.empty", "There is no model to score with yet.");
  return [
    h("p.soft", "Files are read where Motifworks runs, below ", folders.flatMap((folder, i) => [i ? " or " : "", h("span.mono", folder)]), "."),
    scoringForm(models.items, series),
    h("p.soft.small", "The same from the command line:"), example];
}
