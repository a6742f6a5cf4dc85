/** In place of react-style-singleton: what it adds is a style element against a scroll bar that this page does not have. */
export const styleSingleton = () => () => null;
