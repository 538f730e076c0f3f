// The interface every panel implements, and the state it is given.

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("../data/picture.js").Surface} Surface
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {import("../paths/outlines.js").Outline} Outline
 *
 * @typedef {any} Plotly the object that Plotly.js exports; it comes without types
 * @typedef {Object<string, any>} Trace a trace of Plotly's
 * @typedef {Object<string, any>} Layout a layout of Plotly's
 * @typedef {HTMLDivElement & {on: (event: string, listener: (change: any) => void) => void, _fullLayout?: any,
 *   _fullData?: Trace[]}} Graph an element that Plotly draws into
 * @typedef {[number, number]} Range
 *
 * @typedef {Object} Parts the elements of one panel
 * @property {HTMLElement} panel the whole of it
 * @property {HTMLElement} title @property {HTMLElement} readout both in its head
 * @property {HTMLElement} plot holds the stack, and what does not belong in an image, such as buttons
 * @property {HTMLElement} stack an image to assistive technology: graphs and layers above each other
 */

/**
 * What a panel shows. It is replaced, never changed.
 * @typedef {Object} Shown
 * @property {Picture|null} picture null before the first one
 * @property {number} step
 * @property {Theme|null} theme
 * @property {Set<string>} hidden ids of the contenders that are not drawn
 * @property {string|null} focus id of the contender that lies above the others
 * @property {boolean} [moving] whether a hand changes the picture: axes then hold still where they can
 */

/** @type {Shown} What a panel shows before its first picture. */
export const NOTHING_SHOWN = Object.freeze({ picture: null, step: 0, theme: null, hidden: new Set(), focus: null });

/**
 * The part of a link's view that panels hold.
 * @typedef {Object} PanelView
 * @property {number[][]|null} [zoom] the range of x and that of y; null is the whole window
 * @property {string|null} [sweep_up] the field of the vertical axis of the sweep; null is the first number there is
 * @property {string|null} [sweep_shows] what the sweep shows of every cell: "outcome", "steps" or "loss"
 * @property {number[][]|null} [sweep_zoom] the ends of α and those of the vertical axis; null is the whole sweep
 * @property {number[][]|null} [camera] the eye, what it looks at, and which way is up; null is the view from the front
 *
 * What the map marks beside paths and critical points, each by a switch.
 * @typedef {"arrows"|"cloud"|"eigenvectors"} Mark
 *
 * What is switched on for the panels.
 * @typedef {Object} Options
 * @property {boolean} arrows whether the map draws −g and Δw at the head of the contender in focus
 * @property {string} layer what the map shows below its contour lines: "heights", or where paths end, or how it is curved
 * @property {boolean} cloud whether it draws where SGD must wander, for the contender in focus
 * @property {boolean} eigenvectors whether it draws those of the Hessian at the critical points
 * @property {string} numbers the key of the second curve, or "none"
 * @property {string} axis what curves run over: updates, epochs or examples
 * @property {string|null} fan the field of a number: the map shows every path that it can make; null shows none
 * @property {boolean} probe whether the map shows the paths from under the pointer
 * @property {import("../map/pin.js").Pinned|null} pin where somebody thinks that a path will end, if that is asked
 *
 * What the person did in a panel.
 * @typedef {Object} Listener
 * @property {(x: number, y: number) => void} onPoint a click on the surface, in its coordinates
 * @property {(id: string) => void} onFocus a click on a contender's path
 * @property {(point: number[]) => void} onPin the pin is moved
 * @property {(layer: string) => void} onLayer another layer of the map is chosen
 * @property {() => void} onView the zoom or the camera has changed
 * @property {(id: string|null, point: number[]|null, isDone: boolean) => void} onStart a start is moved: the common one,
 *   or that of a contender; null puts it back; `isDone` says that the hand has let go
 * @property {(index: number, place: number[]|null, isDone: boolean) => void} onExample an example of the data is moved;
 *   null puts it back; `isDone` says that the hand has let go
 * @property {(rows: number[][]) => void} onPutBack examples are put back to where they were drawn: index and place of each
 * @property {(values: {path: string[], value: number}[], isDone: boolean) => void} onSettings numbers are set, as by a control of
 *   the page; `isDone` says that the hand has let go
 * @property {() => import("../data/sliders.js").Sliders|null} sliders gives the sliders of the page; null until they have come
 * @property {(point: number[]|null) => Run[]} probe walks from a point, and changes nothing; null ends it
 * @property {(picture: Picture, id: string, field: string) => import("../live/fan.js").Fan|null} fan walks every path
 *   that a number of a contender can make; null where that cannot be
 * @property {(surface: Surface) => import("../landscape/survey.js").Sources|null} survey gives what a survey of the surface can
 *   ask; null until there are kernels
 * @property {(name: string, surface: Surface, settings: Object) => any} ask asks a function of the kernels about a surface
 *   (tracing/calls.js); null where they have not come, or lack it
 */

/**
 * What a line, a head or a sign means, in a legend of a still.
 * @typedef {Object} Entry
 * @property {string} words
 * @property {Object<string, any>} [line] Plotly's, for an entry that is a line
 * @property {Object<string, any>} marker Plotly's
 */

/**
 * One panel for a still. It has axes, a three-dimensional `scene`, or only `words` if there is nothing to draw.
 * @typedef {Object} Still
 * @property {string} [title]
 * @property {Trace[]} [traces] on the panel's own axes
 * @property {Layout} [xaxis] @property {Layout} [yaxis] Plotly's, with a string as title
 * @property {(area: {width: number, height: number}) => Layout} [scene] Plotly's, for a plot area of that size in px
 * @property {string} [words] said instead of everything else
 * @property {number} [shape] width by height of the plot area, where equal scales on both axes fix it
 * @property {boolean} [low] whether it needs less height than others
 * @property {Entry[]} [legend] of the panel alone, above it
 * @property {Entry[]} [entries] for the legend of the whole still
 * @property {Object[]} [images] of Plotly's, on the axes, below everything else
 * @property {(area: {width: number, height: number}) => Outline[]} [over] what is drawn in px over a plot area
 * @property {(count: number) => Layout} [ticks] those of the vertical axis, about so many
 * @property {(area: {width: number, height: number}) => Object[]} [names] Plotly's annotations for a plot area
 * @property {number} [cursor] where a vertical line marks the step
 * @property {Object[]} [marks] Plotly's shapes that mark the horizontal axis
 */

/**
 * One panel. The player calls `show` first and again whenever picture or theme change; `draw`, `settle`, `setHidden`,
 * `setFocus`, `resize` and `still` only after that, and only while the panel is visible or knows the latest picture.
 * @typedef {Object} Panel
 * @property {(shown: Shown, light: boolean) => Promise<unknown>|void} show draws a picture at a step; the promise resolves
 *   when it can be seen. `light` says that the surface, the theme and the size are those of the picture before
 * @property {(step: number, playing: boolean) => void} draw moves the paths to a step, within an animation frame: it
 *   has a few ms, and leaves the rest to `settle`
 * @property {() => void} settle brings the graph up to the step, for hover and zoom, once nothing has moved for a while
 * @property {(hidden: Set<string>) => Promise<unknown>|void} setHidden takes the ids of the contenders that are not drawn
 * @property {(focus: string) => Promise<unknown>|void} setFocus takes the id of the contender in focus
 * @property {() => void} resize draws again where the size of the panel has changed
 * @property {(theme: Theme) => Still} still gives the panel as it is now, in the theme of a still
 * @property {() => void} destroy removes elements, listeners and timers
 * @property {(options: Options) => boolean} [setOptions] takes all options, before the first `show` and at
 *   any time after it; true if the panel has to be shown again
 * @property {(view: PanelView) => void} [setView] takes zoom or camera for the next `show`, and leaves alone
 *   what the view does not hold
 * @property {(point: number[]) => void} [moveTo] moves what is seen so that a point of the surface is in its middle
 * @property {() => PanelView} [view] gives zoom or camera, as `setView` takes them
 * @property {() => void} [release] frees scarce resources while the panel is hidden; it is shown again afterwards
 */
