/** The same measure, taken once of each thing it is asked about, for what few things are asked about, and those often. */
export function onceEach<K, V>(measure: (of: K) => V): (of: K) => V {
  const known = new Map<K, V>();
  return (of) => {
    const found = known.get(of);
    if (found !== undefined || known.has(of)) return found as V;
    const value = measure(of);
    known.set(of, value);
    return value;
  };
}
