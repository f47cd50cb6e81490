/** Titles and words of the menu: they are in the first load, so nothing else is. */
export const incomingTitles = {
  today: 'Việc hôm nay',
  todayPhone: 'Hôm nay',
  list: 'Văn bản đến',
  listPhone: 'Văn bản đến',
  reader: 'Văn bản đến',
} as const
