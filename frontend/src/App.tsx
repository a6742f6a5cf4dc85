import { Component, lazy, type ReactNode, Suspense } from "react";
import { RouterProvider } from "react-aria-components";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { Shell } from "./accounts/Shell";
import { SessionProvider, useIsPartner } from "./accounts/session";
import { OrderPage } from "./orders/OrderPage";
import { OrdersPage } from "./orders/OrdersPage";
import { Button } from "./ui/Button";
import { ErrorNote, PageSkeleton } from "./ui/layout";
import { links } from "./ui/links";
import { NotFound } from "./ui/NotFound";
import { Toasts } from "./ui/Toast";

// The daily way, orders and their participants, is in the first bundle; the rest comes when it is opened.
const UploadPage = lazy(() => import("./imports/UploadPage").then((m) => ({ default: m.UploadPage })));
const ImportPage = lazy(() => import("./imports/ImportPage").then((m) => ({ default: m.ImportPage })));
const ImportsPage = lazy(() => import("./imports/ImportsPage").then((m) => ({ default: m.ImportsPage })));
const ContactsPage = lazy(() => import("./contacts/ContactsPage").then((m) => ({ default: m.ContactsPage })));
const ContactPage = lazy(() => import("./contacts/ContactPage").then((m) => ({ default: m.ContactPage })));
const ListsPage = lazy(() => import("./contacts/ContactListsPage").then((m) => ({ default: m.ContactListsPage })));
const ListPage = lazy(() => import("./contacts/ContactListPage").then((m) => ({ default: m.ContactListPage })));
const SuppressedPage = lazy(() => import("./contacts/SuppressedPage").then((m) => ({ default: m.SuppressedPage })));
const MailboxPage = lazy(() => import("./mailbox/MailboxPage").then((m) => ({ default: m.MailboxPage })));
const LetterPage = lazy(() => import("./mailbox/MailboxPage").then((m) => ({ default: m.LetterPage })));
const SettingsPage = lazy(() => import("./accounts/SettingsPage").then((m) => ({ default: m.SettingsPage })));

const LetterLinks = lazy(() => import("./accounts/LetterLinks").then((m) => ({ default: m.LetterLinks })));
/** Addresses that letters to people without a session lead to. */
const LETTER_LINKS = /^\/(invitation|reset-password|forgot-password)(\/|$)/;

function Pages() {
  const isPartner = useIsPartner();
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Switch>
        <Route path="/">
          <Redirect to={links.orders} replace />
        </Route>
        <Route path="/orders" component={OrdersPage} />
        {isPartner && <Route path="/orders/:id/upload">{() => <UploadPage to="order" />}</Route>}
        <Route path="/orders/:id">{() => <OrderPage section="participants" />}</Route>
        <Route path="/orders/:id/activity">{() => <OrderPage section="activity" />}</Route>
        <Route path="/orders/:id/notifications">{() => <OrderPage section="notifications" />}</Route>
        {isPartner && <Route path="/contacts" component={ContactsPage} />}
        {isPartner && <Route path="/contacts/:id" component={ContactPage} />}
        {isPartner && <Route path="/contact-lists" component={ListsPage} />}
        {isPartner && <Route path="/contact-lists/:id/upload">{() => <UploadPage to="list" />}</Route>}
        {isPartner && <Route path="/contact-lists/:id" component={ListPage} />}
        {isPartner && <Route path="/imports" component={ImportsPage} />}
        {isPartner && <Route path="/imports/:id" component={ImportPage} />}
        {isPartner && <Route path="/suppressed" component={SuppressedPage} />}
        <Route path="/mailbox" component={MailboxPage} />
        <Route path="/mailbox/:id" component={LetterPage} />
        <Route path="/settings" component={SettingsPage} />
        <Route path="/settings/:section" component={SettingsPage} />
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  );
}

/** The last net: a fault of the page is said, with a way on, and the address is kept. */
class ErrorBoundary extends Component<{ place: string; children: ReactNode }, { failedAt: string | null }> {
  override state = { failedAt: null as string | null };

  static getDerivedStateFromError() {
    return { failedAt: "" };
  }

  override componentDidUpdate(before: { place: string }) {
    if (this.state.failedAt !== null && before.place !== this.props.place) this.setState({ failedAt: null });
  }

  override render() {
    if (this.state.failedAt === null) return this.props.children;
    return (
      <div className="flex flex-col items-start gap-4">
        <ErrorNote>This page stumbled over something it did not expect. Your data is safe.</ErrorNote>
        <Button kind="primary" onPress={() => globalThis.location.reload()}>
          Load the page again
        </Button>
      </div>
    );
  }
}

export function App() {
  const [place, navigate] = useLocation();
  return (
    <RouterProvider navigate={navigate}>
      {LETTER_LINKS.test(place) ? (
        <Suspense fallback={null}>
          <LetterLinks />
        </Suspense>
      ) : (
        <SessionProvider>
          <Shell>
            <ErrorBoundary place={place}>
              <Pages />
            </ErrorBoundary>
          </Shell>
        </SessionProvider>
      )}
      <Toasts />
    </RouterProvider>
  );
}
