import IconClock from '@tabler/icons-react/icons/IconClock'
import IconWifi from '@tabler/icons-react/icons/IconWifi'
import IconWifiOff from '@tabler/icons-react/icons/IconWifiOff'
import { useLink, usePendingWrites } from '../data/client-context.ts'
import { Icon } from '../icons/icon.tsx'
import { formatTime } from '../text/format.ts'
import { kitMessages } from '../text/messages.vi.ts'

const words = kitMessages.link

/** The line's state in the top bar, in a word. */
export function LinkWord() {
  const { quality } = useLink()
  return (
    <span className="top-item link-word" role="status">
      <Icon of={quality === 'offline' ? IconWifiOff : IconWifi} />
      {words[quality]}
    </span>
  )
}

/** Amber while the line is slow, grey while it is down, with what waits to be sent; nothing while all is well. */
export function LinkStrips() {
  const { quality, since } = useLink()
  const waiting = usePendingWrites().filter(write => write.state === 'waiting')
  return (
    <div role="status">
      {quality === 'slow' && (
        <p className="strip tone-amber">
          <Icon of={IconWifi} />
          <span>{words.slowStrip}</span>
        </p>
      )}
      {quality === 'offline' && (
        <p className="strip strip-offline">
          <Icon of={IconWifiOff} />
          <span>
            {words.offlineSince(formatTime(since))} {waiting.length > 0 && words.waiting(waiting.length)}
          </span>
        </p>
      )}
      {quality !== 'offline' && waiting.length > 0 && (
        <p className="strip strip-offline">
          <Icon of={IconClock} />
          <span>{kitMessages.send.retrying}</span>
        </p>
      )}
    </div>
  )
}
