import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import { type ReactNode, useId } from 'react'
import { Button } from '../actions/button.tsx'
import type { Problem } from '../data/problem.ts'
import { Icon } from '../icons/icon.tsx'
import type { IconShape } from '../icons/icon-shape.ts'
import { Facts } from '../layout/page.tsx'
import { actLabels } from '../text/act-labels.ts'
import { Dialog } from './dialog.tsx'
import { ProblemNote } from './error-state.tsx'

type ConfirmDialogProps = {
  open: boolean
  /** Names the thing: "Cấp số 214/BC-UBND, ngày 01/12/2026?" */
  title: string
  facts?: readonly (readonly [label: string, value: ReactNode])[] | undefined
  /** What cannot be taken back afterwards. */
  consequence: string
  /** A verb: "Cấp số 214". Never "Có". */
  confirm: string
  icon?: IconShape | undefined
  cancel?: string | undefined
  danger?: boolean | undefined
  busy?: boolean | undefined
  problem?: Problem | undefined
  onConfirm: () => void
  onCancel: () => void
  /** A reason to be written, where the act needs one. */
  children?: ReactNode
}

/** Asked only before what the law does not let us take back: giving a number, signing, dispatching, cancelling. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    open,
    title,
    facts,
    consequence,
    confirm,
    icon,
    cancel,
    danger,
    busy,
    problem,
    onConfirm,
    onCancel,
    children,
  } = props
  const id = useId()
  return (
    <Dialog
      open={open}
      onClose={onCancel}
      role="alertdialog"
      className="dialog"
      labelledBy={`${id}-title`}
      describedBy={`${id}-consequence`}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      {facts && <Facts facts={facts} />}
      {children}
      <p className="note tone-red" id={`${id}-consequence`}>
        <Icon of={IconAlertTriangle} />
        <span>{consequence}</span>
      </p>
      {problem && <ProblemNote problem={problem} />}
      <div className="dialog-actions">
        <Button look={danger ? 'danger-solid' : 'primary'} icon={icon} busy={busy} onClick={onConfirm}>
          {confirm}
        </Button>
        <Button onClick={onCancel}>{cancel ?? actLabels['not-yet']}</Button>
      </div>
    </Dialog>
  )
}
