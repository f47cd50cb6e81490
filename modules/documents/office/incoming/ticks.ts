type Change = { readonly id: string; readonly checked: boolean; readonly from: string | undefined }

/** The ticked rows after one was ticked or unticked, or a whole range from another one on. */
export function toggled(ids: readonly string[], ticked: readonly string[], { id, checked, from }: Change): string[] {
  const at = ids.indexOf(id)
  const begin = from === undefined ? -1 : ids.indexOf(from)
  const range = begin < 0 ? [id] : ids.slice(Math.min(at, begin), Math.max(at, begin) + 1)
  return checked ? [...new Set([...ticked, ...range])] : ticked.filter(one => !range.includes(one))
}
