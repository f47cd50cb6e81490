import type { ReactNode } from 'react'

export type TreeNode = {
  readonly id: string
  /** Who, in which part: "Phòng Kinh tế, chủ trì". */
  readonly name: ReactNode
  /** State and deadline, at the end of the line. */
  readonly end?: ReactNode
  readonly below: readonly TreeNode[]
}

/** The tree of assignments: who gave work to whom. A nested list, which screen readers know by itself. */
export function Tree({ nodes, label }: { nodes: readonly TreeNode[]; label?: string }) {
  return (
    <ul className="tree" aria-label={label}>
      {nodes.map(node => (
        <li key={node.id}>
          <div className="tree-node">
            <span>{node.name}</span>
            {node.end && <span>{node.end}</span>}
          </div>
          {node.below.length > 0 && <Tree nodes={node.below} />}
        </li>
      ))}
    </ul>
  )
}
