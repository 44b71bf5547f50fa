export function cliPage(): string;
export function configurationPage(): string;
