/** A number that is a name (4127/UBND-NNMT, số đến 1286): never broken across lines, never grouped by dots. */
export function DocumentNumber({ children }: { children: string | number }) {
  return <span className="document-number">{children}</span>
}
