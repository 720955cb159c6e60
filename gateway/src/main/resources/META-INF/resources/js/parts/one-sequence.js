// One sequence out of what was pasted, and that sequence with a letter changed.

class NoSequence extends Error {
  constructor(code, title, detail, action) {
    super(detail);
    Object.assign(this, {code, title, detail, action});
  }
}

/** The letters of one FASTA record or of plain lines, without blanks. */
export function oneSequence(text) {
  const lines = text.trim().split(/\r?\n/);
  const headers = lines.filter(line => line.startsWith(">")).length;
  if (headers > 1 || (headers === 1 && !lines[0].startsWith(">"))) {
    throw new NoSequence("sequence.several", "More than one sequence", headers + " records were pasted.", "Explain one at a time; the score box takes many.");
  }
  const letters = lines.filter(line => !line.startsWith(">")).join("").replaceAll(/\s/g, "");
  if (!letters) throw new NoSequence("sequence.empty", "No sequence", "There is a name, but no letter.", "Paste the letters too.");
  return letters;
}

/** `G105A`: at position 105, counted from 1, there is a G, and it is to be an A. */
export function withChange(sequence, change) {
  const found = /^([ACGTU])?([1-9][0-9]*)>?([ACGTU])$/i.exec(change);
  if (!found) throw new NoSequence("change.unknown", "A change that is not understood", "'" + change + "' is no change.", "Write it as G105A: the letter there, its position counted from 1, the new letter.");
  const [, before, position, after] = found;
  const at = Number(position) - 1;
  if (at >= sequence.length) throw new NoSequence("change.outside", "A change outside the sequence", "The sequence has " + sequence.length + " nt, the change is at " + position + ".", "Positions are counted from 1.");
  const there = sequence[at].toUpperCase();
  if (before && before.toUpperCase() !== there) throw new NoSequence("change.other-letter", "Another letter is there", "At position " + position + " there is " + there + ", not " + before.toUpperCase() + ".", "Positions are counted from 1, in the sequence as it was pasted.");
  return sequence.slice(0, at) + after.toUpperCase() + sequence.slice(at + 1);
}
