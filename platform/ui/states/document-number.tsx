type DocumentNumberProps = {
  children: string | number
  /** Recalled or cancelled: the number stays where it is, struck out. */
  struck?: boolean
}

/** A number that is a name (4127/UBND-NNMT, số đến 1286): never broken across lines, never grouped by dots. */
export function DocumentNumber({ children, struck = false }: DocumentNumberProps) {
  return struck ? <s className="document-number">{children}</s> : <span className="document-number">{children}</span>
}
