// Talks to /v1. A failed request throws a Problem that says what was wrong and what to do.

export class Problem extends Error {
  constructor(details) {
    super(details.detail || details.title);
    Object.assign(this, details);
  }
}

export const getJson = (path, signal) => request("GET", path, {signal}).then(r => r.json());
export const postJson = (path, body, signal) => postFor(path, body, "application/json", signal).then(r => r.json());
export const postForText = (path, body, type) => postFor(path, body, type).then(r => r.text());
export const postForm = (path, form) => request("POST", path, {body: form}).then(r => r.json());
export const remove = path => request("DELETE", path, {});

/** Sends text and hands each line of the NDJSON answer on as it comes. */
export async function postForLines(path, type, text, line, signal) {
  const response = await request("POST", path, {headers: {"content-type": type, accept: "application/x-ndjson"}, body: text, signal});
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const {value, done} = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = done ? "" : lines.pop();
    for (const one of lines) if (one.trim()) line(JSON.parse(one));
    if (done) return;
  }
}

/** A path from segments, each encoded: path("models", "tf12@champion"). */
export const path = (...segments) => "/v1/" + segments.map(encodeURIComponent).join("/");

const postFor = (path, body, accept, signal) => request("POST", path, {
  headers: {"content-type": "application/json", accept}, body: JSON.stringify(body), signal,
});

async function request(method, url, options) {
  let response;
  try {
    response = await fetch(url, {method, ...options});
  } catch (cause) {
    if (cause.name === "AbortError") throw cause;
    throw new Problem({code: "gateway.unreachable", title: "Motifworks does not answer",
      detail: "The page could not reach its server.", action: "Is it running? See ./motifworks status."});
  }
  if (response.ok) return response;
  throw new Problem(await details(response));
}

async function details(response) {
  const fallback = {status: response.status, code: "http." + response.status, title: "The request failed",
    detail: "The server answered with status " + response.status + "."};
  try {
    return {...fallback, ...await response.json()};
  } catch {
    return fallback; // no problem details in it: the status has to do
  }
}
