import IconLoader2 from '@tabler/icons-react/icons/IconLoader2'
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react'
import { Icon } from '../icons/icon.tsx'
import type { IconShape } from '../icons/icon-shape.ts'
import { SeatLink } from '../screens/seat-link.tsx'
import { kitMessages } from '../text/messages.vi.ts'

type Look = {
  /** One primary button an area; danger is outlined, `danger-solid` only inside its confirmation. */
  look?: 'primary' | 'secondary' | 'plain' | 'danger' | 'danger-solid' | undefined
  small?: boolean | undefined
  icon?: IconShape | undefined
  iconAfter?: IconShape | undefined
  children: ReactNode
}

export function buttonClass({ look = 'secondary', small = false }: Pick<Look, 'look' | 'small'>, extra = ''): string {
  return ['button', look === 'secondary' ? '' : `button-${look}`, small ? 'button-small' : '', extra]
    .filter(Boolean)
    .join(' ')
}

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement> & { busy?: boolean | undefined }

/**
 * A button is never disabled: it works and says what is missing. While its act is under way (`busy`) it shows so, stays in
 * place, keeps the focus and does not act twice.
 */
export function Button({
  look,
  small,
  icon,
  iconAfter,
  busy = false,
  children,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ look, small }, className)}
      aria-busy={busy || undefined}
      onClick={busy ? event => event.preventDefault() : onClick}
    >
      {busy ? <Icon of={IconLoader2} /> : icon && <Icon of={icon} />}
      {busy ? <Doing>{children}</Doing> : children}
      {iconAfter && <Icon of={iconAfter} />}
    </button>
  )
}

/** On a slow line the words give way to "Đang gửi…" before the button is pressed again; its name stays the act's. */
function Doing({ children }: { children: ReactNode }) {
  return (
    <span className="button-doing">
      <span>{children}</span>
      <span aria-hidden="true">{kitMessages.send.sending}</span>
    </span>
  )
}

type LinkButtonProps = Look &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { to: string; seat?: string | undefined }

/** Looks like a button, goes to another screen of the same seat. */
export function LinkButton({ look, small, icon, iconAfter, to, children, className, ...rest }: LinkButtonProps) {
  return (
    <SeatLink to={to} {...rest} className={buttonClass({ look, small }, className)}>
      {icon && <Icon of={icon} />}
      {children}
      {iconAfter && <Icon of={iconAfter} />}
    </SeatLink>
  )
}
