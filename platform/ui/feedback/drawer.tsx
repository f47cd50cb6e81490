import IconX from '@tabler/icons-react/icons/IconX'
import { type ReactNode, useId } from 'react'
import { Button } from '../actions/button.tsx'
import { actLabels } from '../text/act-labels.ts'
import { Dialog } from './dialog.tsx'

type DrawerProps = { open: boolean; onClose: () => void; title: string; side?: 'start' | 'end'; children: ReactNode }

/** Comes in from a side and lies over the screen: help, the folded menu, filters on a phone. */
export function Drawer({ open, onClose, title, side = 'end', children }: DrawerProps) {
  const id = useId()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      labelledBy={id}
      className={side === 'start' ? 'drawer drawer-start' : 'drawer'}
    >
      <div className="drawer-head">
        <h2 id={id}>{title}</h2>
        <Button look="plain" small icon={IconX} onClick={onClose}>
          {actLabels.close}
        </Button>
      </div>
      {children}
    </Dialog>
  )
}
