import { officeMessages } from '../messages.vi.ts'

/**
 * Shown above every page, the sign-in first of all, when what is typed crosses the network in clear: the operator may
 * allow that (`XASO_INSECURE`), but not hide it. The browser itself knows; on the machine's own address it is no risk.
 */
export function InsecureStrip() {
  if (window.isSecureContext) return null
  return (
    <p className="strip strip-insecure" role="note">
      {officeMessages.insecureBanner}
    </p>
  )
}
