/** Sorting many instants, the one step of the slot engine that is not linear by nature. */

/**
 * The positions of finite values in ascending order; equal values keep their order. Times of a calendar are spread over
 * their window, so each falls into its own small bucket and little is left to compare. Where they are not (thousands of
 * items in one hour of a year), the values are sorted as a whole.
 */
export function orderOf(values: Float64Array): Uint32Array {
  const count = values.length;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at += 1) {
    const value = values[at]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return (most > least ? orderByBuckets(values, least, most) : undefined) ?? orderByComparing(values);
}

const crowdMax = 48;

/** Undefined when a bucket would be crowded, and sorting inside it slow. */
function orderByBuckets(values: Float64Array, least: number, most: number): Uint32Array | undefined {
  const count = values.length;
  const perUnit = (count - 1) / (most - least);
  // Values closer together than numbers can tell apart.
  if (!Number.isFinite(perUnit)) return undefined;
  const ends = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const bucket = Math.floor((values[at]! - least) * perUnit);
    const members = ends[bucket]! + 1;
    if (members > crowdMax) return undefined;
    ends[bucket] = members;
  }
  for (let bucket = 1; bucket < count; bucket += 1) ends[bucket] = ends[bucket]! + ends[bucket - 1]!;
  const order = new Uint32Array(count);
  for (let at = count - 1; at >= 0; at -= 1) {
    const bucket = Math.floor((values[at]! - least) * perUnit);
    const place = ends[bucket]! - 1;
    ends[bucket] = place;
    order[place] = at;
  }
  for (let at = 1; at < count; at += 1) {
    const position = order[at]!;
    const value = values[position]!;
    let into = at;
    while (into > 0 && values[order[into - 1]!]! > value) {
      order[into] = order[into - 1]!;
      into -= 1;
    }
    order[into] = position;
  }
  return order;
}

function orderByComparing(values: Float64Array): Uint32Array {
  return Uint32Array.from(values, (_, at) => at).sort((one, other) => values[one]! - values[other]! || one - other);
}
