/** Counts stop here and are then shown as "99+": nothing counts a whole register. */
export const countCap = 100
