// Any motifs against any database: paste or drop, choose, look at the pairs.

import {fill, h} from "../dom.js";
import {postForText, postJson} from "../api.js";
import {dropText} from "../parts/drop-text.js";
import {field, form} from "../parts/form.js";
import {matchResult} from "../parts/match-result.js";
import {matchSettings, settingsOf} from "../parts/match-settings.js";
import {matchTargets, sourceOf, targetSelect} from "../parts/match-targets.js";

const FORMATS = "In MEME, JASPAR, TRANSFAC, HOMER or UniPROBE format, or plain matrices; a file can be dropped here.";
const OWN = "own";
const KEPT = 50;

const EXAMPLE = `>example ETS
A [  32  70   0   0 991 989  94  56 154 ]
C [ 768 914   0   0   1   2  32 261 137 ]
G [ 188   4 990 991   1   0 866  37 603 ]
T [   1   1   1   0   0   2   0 637  96 ]
`;

export async function show(main, scope) {
  document.title = "Match motifs · Motifworks";
  const targets = await matchTargets(scope.signal);
  const queries = dropText("Motifs", EXAMPLE, FORMATS);
  const others = dropText("Other motifs", EXAMPLE, FORMATS);
  const choice = targetSelect(targets, [{key: OWN, title: "other motifs, pasted below"}]);
  const result = h("div.stack.match-result", {"aria-live": "polite"});
  const toggle = () => (others.element.hidden = choice.value !== OWN);
  choice.addEventListener("change", toggle);
  toggle();

  const send = async data => {
    const own = choice.value === OWN;
    for (const box of own ? [queries, others] : [queries]) if (!box.text().trim()) return box.focus();
    const request = {
      queries: pasted(queries, "motifs"),
      targets: own ? pasted(others, "other motifs") : sourceOf(targets, choice.value),
      settings: settingsOf(data), matches: KEPT,
    };
    result.setAttribute("aria-busy", "true");
    try {
      const answer = await postJson("/v1/motif-matches", {...request, logos: true}, scope.signal);
      fill(result, matchResult(answer, () => postForText("/v1/motif-matches", request, "text/tab-separated-values")));
      result.scrollIntoView({block: "start"});
    } catch (problem) {
      result.replaceChildren(); // what was there belongs to other motifs
      throw problem;
    } finally {
      result.removeAttribute("aria-busy");
    }
  };

  fill(main, h("div.hero", h("h1", "Match motifs"),
    h("p", "Which known motifs resemble yours? Compared as Tomtom compares them, to its printed digits.")),
    h("section.card", {"aria-label": "Motifs to match"}, form("Match motifs", send, [
      h("div.wide", queries.element),
      h("div.wide.fields-row", field("Against", choice)),
      h("div.wide", others.element),
      matchSettings(),
    ], "Match")), result);
}

const pasted = (box, name) => ({motifs: box.text(), name: box.name() ?? name});
