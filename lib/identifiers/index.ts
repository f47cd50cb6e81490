export { instantOf, isUuidV7, uuidV7 } from './uuid.ts'
