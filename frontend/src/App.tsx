import { Component, type ReactNode, Suspense } from "react";
import { RouterProvider } from "react-aria-components";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { Shell } from "./accounts/Shell";
import { SessionProvider, useIsPartner } from "./accounts/session";
import { useFollowed } from "./imports/follow";
import { OrderPage } from "./orders/OrderPage";
import { OrdersPage } from "./orders/OrdersPage";
import { Button } from "./ui/Button";
import { later } from "./ui/later";
import { ErrorNote, PageSkeleton } from "./ui/layout";
import { links } from "./ui/links";
import { NotFound } from "./ui/NotFound";
import { Toasts } from "./ui/Toast";

// The daily way, orders and their participants, is in the first bundle; the rest comes when it is opened.
const UploadPage = later(() => import("./imports/UploadPage"), "UploadPage");
const ImportPage = later(() => import("./imports/ImportPage"), "ImportPage");
const FollowedImports = later(() => import("./imports/FollowedImports"), "FollowedImports");
const ImportsPage = later(() => import("./imports/ImportsPage"), "ImportsPage");
const ContactsPage = later(() => import("./contacts/ContactsPage"), "ContactsPage");
const ContactPage = later(() => import("./contacts/ContactPage"), "ContactPage");
const ListsPage = later(() => import("./contacts/ContactListsPage"), "ContactListsPage");
const ListPage = later(() => import("./contacts/ContactListPage"), "ContactListPage");
const SuppressedPage = later(() => import("./contacts/SuppressedPage"), "SuppressedPage");
const MailboxPage = later(() => import("./mailbox/MailboxPage"), "MailboxPage");
const LetterPage = later(() => import("./mailbox/MailboxPage"), "LetterPage");
const SettingsPage = later(() => import("./accounts/SettingsPage"), "SettingsPage");

const LetterLinks = later(() => import("./accounts/LetterLinks"), "LetterLinks");
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

function Followed() {
  const isAny = useFollowed().length > 0;
  return <Suspense fallback={null}>{isAny && <FollowedImports />}</Suspense>;
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
              <Followed />
            </ErrorBoundary>
          </Shell>
        </SessionProvider>
      )}
      <Toasts />
    </RouterProvider>
  );
}
