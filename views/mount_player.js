// The player, which shows the scene of the news. Streamlit calls this when it is mounted, and maybe again.
export default async function ({ data: { presentation }, parentElement, setTriggerValue }) {
  const base = new URL("BASE_URL", document.baseURI);
  const [{ news }, { mount }, { createAddress }, { lasting, endIfGone }] = await Promise.all(
    ["news.js", "player.js", "address.js", "lasting.js"].map((name) => import(new URL(name, base))),
  );
  const player = lasting(parentElement, () => {
    const made = { emit: setTriggerValue };
    const address = createAddress((query) => made.emit("address", query));
    const handle = mount(parentElement, {
      plotlyUrl: new URL("plotly.min.js", base).href,
      cssUrl: new URL("player.css", base).href,
      emit: (name, value) => made.emit(name, value),
      onView: (view) => address.look(view),
      presentation: presentation && {
        ...presentation,
        onToggle: (view) => address.present(!presentation.on, view),
      },
    });
    const stop = news.listen(({ session, scene, link }) => {
      handle.update(scene);
      address.show(link, `${session} ${scene.view.token}`);
    });
    made.destroy = () => {
      stop();
      handle.destroy();
      address.destroy();
    };
    return made;
  });
  player.emit = setTriggerValue;
  return () => endIfGone(parentElement);
}
