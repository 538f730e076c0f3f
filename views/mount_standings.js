// The table of the news. Streamlit calls this when it is mounted, and maybe again.
export default async function ({ parentElement }) {
  const base = new URL("BASE_URL", document.baseURI);
  const [{ news }, { createStandings }, { lasting, endIfGone }] = await Promise.all(
    ["news.js", "standings.js", "lasting.js"].map((name) => import(new URL(name, base))),
  );
  lasting(parentElement, () => {
    const table = createStandings(parentElement);
    const stop = news.listen(({ standings, scene }) => table.show(standings, scene.contenders));
    return {
      destroy() {
        stop();
        table.destroy();
      },
    };
  });
  return () => endIfGone(parentElement);
}
