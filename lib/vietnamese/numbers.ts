/** A quantity with Vietnamese separators: 1284 → '1.284', 0.964 with one decimal → '1,0'. Numbers that are names carry none. */
export const formatNumber = (value: number, decimals = 0): string => {
  const [whole, part] = Math.abs(value).toFixed(decimals).split('.') as [string, string?]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return `${value < 0 ? '-' : ''}${grouped}${part ? `,${part}` : ''}`
}

const units = ['byte', 'KB', 'MB', 'GB', 'TB']

/** A size of a file: 1258291 → '1,2 MB'. */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${unit === 0 || value >= 100 ? formatNumber(value) : formatNumber(value, 1)} ${units[unit]}`
}
