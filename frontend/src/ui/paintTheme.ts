/** Light or dark at once: colours that fade would be unreadable in between, also for the instant that reduced motion leaves them. */
export function paintTheme(isDark: boolean) {
  const root = document.documentElement;
  root.classList.add("theme-changing");
  root.classList.toggle("dark", isDark);
  // Read a style so that the change is painted without transitions before they are allowed again.
  getComputedStyle(root).opacity;
  requestAnimationFrame(() => root.classList.remove("theme-changing"));
}
