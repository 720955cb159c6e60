// Numbers and times as people read them.

const NUMBER = new Intl.NumberFormat("en", {maximumFractionDigits: 0});

export const count = n => n === null || n === undefined ? "–" : NUMBER.format(n);
export const fixed = (n, digits = 3) => n === null || n === undefined ? "–" : n.toFixed(digits);
export const percent = n => n === null || n === undefined ? "–" : (Math.round(n * 10) / 10) + " %";
export const shortId = id => id ? "…" + id.slice(-6) : "";

/** 1,234 B, 12.3 KB, 1.2 GB: powers of 1000, three digits. */
export function bytes(n) {
  if (n === null || n === undefined) return "–";
  if (n < 1000) return count(n) + " B";
  const power = Math.min(4, Math.floor(Math.log10(n) / 3));
  const value = n / 1000 ** power;
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0) + " " + " KMGT"[power] + "B";
}

/** p- and E-values: 3.2e-7 below a thousandth, else two digits, or all before the point. */
export function small(n) {
  if (n === null || n === undefined) return "–";
  if (n === 0) return "0";
  return n < 0.001 ? n.toExponential(1).replace("e-", "e−") : n >= 10 ? count(n) : String(Number(n.toPrecision(2)));
}

export function duration(seconds) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return "–";
  if (seconds < 60) return Math.max(1, Math.round(seconds)) + " s";
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return minutes + " min " + Math.round(seconds % 60) + " s";
  return Math.floor(minutes / 60) + " h " + (minutes % 60) + " min";
}

export function ago(instant) {
  if (!instant) return "–";
  const seconds = (Date.now() - Date.parse(instant)) / 1000;
  if (seconds < 45) return "just now";
  if (seconds < 3600) return Math.round(seconds / 60) + " min ago";
  if (seconds < 86400) return Math.round(seconds / 3600) + " h ago";
  return new Date(instant).toLocaleDateString("en", {day: "numeric", month: "short", year: "numeric"});
}

export const clock = instant => instant ? new Date(instant).toLocaleString("en", {dateStyle: "medium", timeStyle: "medium"}) : null;

export function between(start, end) {
  if (!start) return null;
  return duration(((end ? Date.parse(end) : Date.now()) - Date.parse(start)) / 1000);
}
