// One connection to /v1/events for the whole page, closed while the page is hidden: browsers allow
// only six connections to a server, and every open tab would hold one.

const listeners = new Set();
let source = null;
let everOpened = false;

/** Calls back on every fact (a CloudEvent), and with null when some may have been missed. */
export function onFact(callback) {
  listeners.add(callback);
  return () => listeners.delete(callback);
}

export function startLive(light) {
  const connect = () => {
    source = new EventSource("/v1/events");
    source.onopen = () => {
      show(light, "live", "live");
      if (everOpened) tell(null);
      everOpened = true;
    };
    source.onmessage = message => tell(JSON.parse(message.data));
    source.addEventListener("resync", () => tell(null));
    source.onerror = () => {
      show(light, "away", "reconnecting");
      if (source.readyState === EventSource.CLOSED) setTimeout(reconnect, 4000);
    };
  };
  const reconnect = () => {
    if (document.hidden || source?.readyState === EventSource.OPEN) return;
    source?.close();
    connect();
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) connect();
  });
  addEventListener("pagehide", () => source?.close());
  connect();
}

function tell(fact) {
  for (const listener of listeners) listener(fact);
}

function show(light, state, words) {
  light.dataset.state = state;
  light.textContent = words;
}
