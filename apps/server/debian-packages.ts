/** What `npm test` needs of a machine beside the packages of npm: the program, and the package of Debian that brings it. */
export const debianPackages = [
  { program: 'chromium', name: 'chromium' },
  { program: 'pdftotext', name: 'poppler-utils' },
  { program: 'qpdf', name: 'qpdf' },
] as const
