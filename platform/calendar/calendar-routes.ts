import { runAct } from '../acts/run.ts'
import { routesOf } from '../http/routes.ts'
import { installationId } from '../installation/installation.ts'
import { installationScope } from '../installation/installation-scope.ts'
import { calendarYears, changeCalendarYear, missingYears } from './change-year.ts'
import { CalendarYears, MissingCalendarYears, SaveCalendarYear } from './contract.ts'

const routes = routesOf('calendar')

routes.free('get', '/installation/calendar', {
  summary: 'Lịch làm việc: ngày nghỉ, ngày làm bù của các năm và căn cứ (quản trị hệ thống)',
  permission: 'signed-in',
  reply: CalendarYears,
  handle: call =>
    runAct(
      call.gate.machinery,
      { ...installationScope(call), agency: installationId, mode: 'read only' },
      calendarYears,
    ),
})

routes.free('post', '/installation/calendar', {
  summary: 'Nhập hoặc sửa lịch làm việc của một năm, theo văn bản; hạn đã tính giữ nguyên',
  permission: 'signed-in',
  body: SaveCalendarYear,
  reply: CalendarYears,
  handle: call => changeCalendarYear(call.gate.machinery, installationScope(call), call.body as SaveCalendarYear),
})

routes.read('/calendar/missing-years', {
  summary: 'Các năm lẽ ra đã có lịch làm việc mà chưa nhập',
  permission: 'seated',
  reply: MissingCalendarYears,
  read: async context => ({ years: [...(await missingYears(context))] }),
})

export const calendarRoutes = routes.all
