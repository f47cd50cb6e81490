import { officeMessages } from '../messages.vi.ts'

/** The product's name over the agency's. */
export function Brand({ subtitle }: { subtitle: string }) {
  return (
    <div className="brand">
      <BrandWords subtitle={subtitle} />
    </div>
  )
}

export function BrandWords({ subtitle }: { subtitle: string }) {
  return (
    <>
      <span className="brand-mark" aria-hidden="true">
        Xã
      </span>
      <span>
        <b>{officeMessages.product}</b>
        <span className="brand-agency">{subtitle}</span>
      </span>
    </>
  )
}
