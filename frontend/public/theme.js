// Sets the theme before the first paint. The choice is kept by src/accounts/theme.ts under the same key.
(() => {
  let choice = "system";
  try {
    choice = localStorage.getItem("muster-theme") || "system";
  } catch {}
  const dark = choice === "dark" || (choice === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.toggle("dark", dark);
})();
