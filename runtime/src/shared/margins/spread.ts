/** Labels along an axis that never overlap: each over the middle of its stretch, or near, or shorter, or left out. */

/** A stretch, and the widths of the forms of its label, the longest first. */
export interface Wanted {
  from: number;
  to: number;
  widths: readonly number[];
}

/** Where a label begins, and which of its forms it has; null for one that is left out. */
export type Spot = { at: number; form: number } | null;

interface Label {
  wanted: Wanted;
  width: number;
}

const middleOf = ({ from, to }: Wanted): number => (from + to) / 2;

/** A label that is moved stays over its middle, or over so much of its stretch. */
const OVER = 8;
const slackOf = ({ from, to }: Wanted): number => Math.max(0, (to - from) / 2 - OVER);
const limit = (at: number, low: number, high: number): number => Math.max(low, Math.min(high, at));

/** Beginnings of labels within `low` and `high`, over their stretches and `gap` apart; null where they cannot be. */
function placed(labels: Label[], low: number, high: number, gap: number): number[] | null {
  const at: number[] = [];
  labels.forEach(({ wanted, width }, i) => {
    const before = i ? at[i - 1] + labels[i - 1].width + gap : low;
    at.push(Math.max(limit(middleOf(wanted) - width / 2, low, high - width), before));
  });
  let end = high;
  for (let i = labels.length - 1; i >= 0; i--) {
    const { wanted, width } = labels[i];
    const [middle, slack] = [middleOf(wanted), slackOf(wanted)];
    at[i] = Math.min(at[i], middle + slack, end - width);
    if (at[i] < Math.max(low, middle - width - slack) - 1e-6) return null;
    end = at[i] - gap;
  }
  return at;
}

/** Where labels of these forms begin; null where they have no room. */
type Place = (forms: number[]) => (number | null)[] | null;

const placeIn =
  (labels: Wanted[], low: number, high: number, gap: number): Place =>
  (forms) => {
    const shown = labels.flatMap((wanted, i) => (forms[i] < wanted.widths.length ? [i] : []));
    const at = placed(
      shown.map((i) => ({ wanted: labels[i], width: labels[i].widths[forms[i]] })),
      low,
      high,
      gap,
    );
    return at && forms.map((_, i) => (shown.includes(i) ? at[shown.indexOf(i)] : null));
  };

/** The label that lacks most room, of those that have a shorter form; of all, where none has. */
function widest(labels: Wanted[], forms: number[]): number {
  const lack = (least: number): number[] =>
    labels.map(({ from, to, widths }, i) =>
      forms[i] + least < widths.length ? widths[forms[i]] - (to - from) : -Infinity,
    );
  const [shorter, all] = [lack(1), lack(0)];
  const most = Math.max(...shorter);
  return most > -Infinity ? shorter.indexOf(most) : all.indexOf(Math.max(...all));
}

/** Forms that have room: labels are shortened until all have, and those that need not be are not. */
function fitting(labels: Wanted[], place: Place): number[] {
  const forms = labels.map(() => 0);
  while (!place(forms)) forms[widest(labels, forms)]++;
  forms.forEach((form, i) => {
    for (let k = form - 1; k >= 0 && place(forms.map((own, j) => (j === i ? k : own))); k--) forms[i] = k;
  });
  return forms;
}

/** Where labels stand between `low` and `high`, in the order of their stretches. */
export function spread(labels: Wanted[], low: number, high: number, gap: number): Spot[] {
  const place = placeIn(labels, low, high, gap);
  const forms = fitting(labels, place);
  return place(forms)!.map((at, i) => (at === null ? null : { at, form: forms[i] }));
}
