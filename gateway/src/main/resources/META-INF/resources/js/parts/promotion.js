// Giving a name of a series to another model: asked twice, with who and why.

import {fill, h} from "../dom.js";
import {getJson, path, postJson} from "../api.js";
import {problemCard} from "../problem.js";
import {field} from "./form.js";
import {ruleSentences} from "./rules.js";
import {sheet} from "./sheet.js";

const ACTOR = "motifworks.actor";

/** Asks how a version is to be promoted, and does it. */
export async function openPromotion(name, version, reload) {
  const place = h("div.stack", h("p.empty", "Loading …"));
  const window = sheet("Promote version " + version.version, place);
  await shown(place, async () => {
    const series = await getJson(path("series", name), window.signal);
    const champion = series.aliases.find(alias => alias.alias === "champion");
    const aliases = ["shadow", ...series.aliases.map(alias => alias.alias)].filter((alias, i, all) => alias !== "champion" && all.indexOf(alias) === i);
    const ways = [
      {value: "judge", title: "Champion, if it keeps the rules", button: "Have it judged",
        more: [h("p", champion ? "It is judged beside version " + champion.version + ", the champion:" : "There is no champion yet, so rules that compare are passed over:"),
          h("ul.small", ruleSentences(series.rules).map(rule => h("li", rule)))]},
      {value: "force", title: "Champion at once, without the gate", button: "Make it champion",
        more: h("p", "Nothing is checked, and the history shows it as forced. A reason is needed.")},
      {value: "alias", title: "Another name", button: "Give it the name",
        more: [h("p", "A model named shadow scores what the champion is asked, unseen; any other name is yours to use."),
          field("Name", h("input", {name: "alias", list: "aliases-of-series", value: "shadow", autocomplete: "off"})),
          h("datalist", {id: "aliases-of-series"}, aliases.map(alias => h("option", {value: alias})))]},
    ];
    fill(place, wayForm(ways, series, version, champion, window, reload));
  });
}

function wayForm(ways, series, version, champion, window, reload) {
  const more = h("div.stack.small"), submit = h("button.primary", {type: "submit"});
  const reason = h("input", {name: "reason", autocomplete: "off", maxlength: 2000});
  const choose = way => {
    fill(more, way.more);
    submit.textContent = way.button;
    reason.required = way.value === "force";
  };
  const choices = ways.map((way, i) => h("label.check", h("input", {type: "radio", name: "way", value: way.value, checked: i === 0, onchange: () => choose(way)}), way.title));
  choose(ways[0]);
  return asked(window, submit, data => {
    const who = {actor: data.get("actor").trim(), reason: data.get("reason").trim()};
    if (data.get("way") === "judge") return postJson(path("series", series.name, "judgements"), {model: version.model, ...who});
    const force = data.get("way") === "force";
    const change = force ? {alias: "champion", force, generation: champion?.generation ?? 0} : {alias: data.get("alias").trim()};
    return postJson(path("models", version.model, "promote"), {series: series.name, ...change, ...who});
  }, reload, [h("fieldset.stack", h("legend.soft.small", "What is it to be?"), choices), more, whoAndWhy(reason)]);
}

/** Shows what an alias would go back to, and does it. */
export async function openRollback(name, alias, reload) {
  const place = h("div.stack", h("p.empty", "Loading …"));
  const window = sheet("Roll " + alias + " back", place);
  await shown(place, async () => {
    const [changes, versions] = await Promise.all(
      [getJson(path("series", name, "aliases", alias) + "?limit=500", window.signal), getJson(path("series", name, "versions") + "?limit=500", window.signal)]);
    const retired = versions.items.filter(version => version.state === "RETIRED").map(version => version.version);
    const before = changeBefore(changes, retired);
    if (!before) return fill(place, h("p", "There is nothing to go back to: " + alias + " has stood for version " + changes[0].version + " only, or for models that are retired."));
    const reason = h("input", {name: "reason", autocomplete: "off", maxlength: 2000});
    const submit = h("button.primary", {type: "submit"}, "Roll back to version " + before.version);
    fill(place, asked(window, submit,
      data => postJson(path("models", name + "@" + alias, "rollback"),
        {generation: changes[0].generation, actor: data.get("actor").trim(), reason: data.get("reason").trim()}),
      reload, [h("p", h("strong", alias), " goes from version " + changes[0].version + " back to ", h("strong", "version " + before.version),
        ", which it last stood for in generation " + before.generation + ". Requests are answered by it from then on; those under way end with the model they began with."),
      whoAndWhy(reason)]));
  });
}

/** The change that a rollback would restore: not a rollback itself, of another model, not retired. */
export function changeBefore(changes, retired) {
  const of = generation => changes.find(change => change.generation === generation);
  let at = changes[0].restores ?? changes[0].generation;
  while (at > 1) {
    const before = of(at - 1);
    if (!before) return null;
    at = before.restores ?? before.generation;
    if (before.version !== changes[0].version && !retired.includes(before.version)) return of(at) ?? before;
  }
  return null;
}

const whoAndWhy = reason => h("div.fields-row",
  field("Your name", h("input", {name: "actor", value: localStorage.getItem(ACTOR) ?? "", required: true, maxlength: 200, autocomplete: "name"})),
  field("Why", reason));

/** A form in a window that closes when the door has said yes, and shows what it said otherwise. */
function asked(window, submit, send, reload, content) {
  const problem = h("div", {role: "alert"});
  return h("form.stack", {onsubmit: async event => {
    event.preventDefault();
    const data = new FormData(event.target);
    localStorage.setItem(ACTOR, data.get("actor").trim());
    submit.disabled = true;
    try {
      await send(data);
      window.close();
      reload();
    } catch (refused) {
      fill(problem, problemCard(refused));
    }
    submit.disabled = false;
  }}, content, problem, h("div.toolbar", submit, h("button", {type: "button", onclick: () => window.close()}, "Cancel")));
}

async function shown(place, load) {
  try {
    await load();
  } catch (problem) {
    if (problem.name !== "AbortError") fill(place, problemCard(problem));
  }
}
