package org.consumptionaid.console.market;

import java.time.LocalDate;
import org.consumptionaid.console.market.Command.Acceptance;
import org.consumptionaid.console.market.Command.Agreement;
import org.consumptionaid.console.market.Command.AnswerRecall;
import org.consumptionaid.console.market.Command.Assignment;
import org.consumptionaid.console.market.Command.Bounce;
import org.consumptionaid.console.market.Command.BudgetAmount;
import org.consumptionaid.console.market.Command.Bundle;
import org.consumptionaid.console.market.Command.CardPayment;
import org.consumptionaid.console.market.Command.CardRefund;
import org.consumptionaid.console.market.Command.ChangeOrder;
import org.consumptionaid.console.market.Command.ChooseProduct;
import org.consumptionaid.console.market.Command.CopyMenu;
import org.consumptionaid.console.market.Command.CorrectUnit;
import org.consumptionaid.console.market.Command.CountStoreRoom;
import org.consumptionaid.console.market.Command.Credentials;
import org.consumptionaid.console.market.Command.DayDishes;
import org.consumptionaid.console.market.Command.Decided;
import org.consumptionaid.console.market.Command.Decision;
import org.consumptionaid.console.market.Command.DeclarePayer;
import org.consumptionaid.console.market.Command.Delegate;
import org.consumptionaid.console.market.Command.DisposeLot;
import org.consumptionaid.console.market.Command.FileReserve;
import org.consumptionaid.console.market.Command.GoodsBack;
import org.consumptionaid.console.market.Command.HeadCounts;
import org.consumptionaid.console.market.Command.HoldRole;
import org.consumptionaid.console.market.Command.ImportChoice;
import org.consumptionaid.console.market.Command.Invoice;
import org.consumptionaid.console.market.Command.KeepBank;
import org.consumptionaid.console.market.Command.KeepSample;
import org.consumptionaid.console.market.Command.Leaving;
import org.consumptionaid.console.market.Command.NewApprovalRule;
import org.consumptionaid.console.market.Command.NewBudgetLine;
import org.consumptionaid.console.market.Command.NewClaim;
import org.consumptionaid.console.market.Command.NewColleague;
import org.consumptionaid.console.market.Command.NewComplaint;
import org.consumptionaid.console.market.Command.NewFarmRecord;
import org.consumptionaid.console.market.Command.NewIncident;
import org.consumptionaid.console.market.Command.NewOffer;
import org.consumptionaid.console.market.Command.NewPlot;
import org.consumptionaid.console.market.Command.NewRegistration;
import org.consumptionaid.console.market.Command.NewRule;
import org.consumptionaid.console.market.Command.OpenRecall;
import org.consumptionaid.console.market.Command.PictureOrder;
import org.consumptionaid.console.market.Command.PlaceOrder;
import org.consumptionaid.console.market.Command.PlanWeek;
import org.consumptionaid.console.market.Command.Provinces;
import org.consumptionaid.console.market.Command.Quantity;
import org.consumptionaid.console.market.Command.Reason;
import org.consumptionaid.console.market.Command.Reassign;
import org.consumptionaid.console.market.Command.Refund;
import org.consumptionaid.console.market.Command.Release;
import org.consumptionaid.console.market.Command.Remittance;
import org.consumptionaid.console.market.Command.ReplaceInvoice;
import org.consumptionaid.console.market.Command.Replay;
import org.consumptionaid.console.market.Command.ReportedTo;
import org.consumptionaid.console.market.Command.Request;
import org.consumptionaid.console.market.Command.Restocking;
import org.consumptionaid.console.market.Command.Shipment;
import org.consumptionaid.console.market.Command.SignContract;
import org.consumptionaid.console.market.Command.TakeCanteen;
import org.consumptionaid.console.market.Command.UseLot;
import org.consumptionaid.console.market.Command.Voice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The operations of the marketplace API, as {@code infra/docs/api.md} states them.
 *
 * <p>Every call speaks for the signed-in user and in the page's language. It throws {@link
 * ApiProblem} when the API refuses and {@link org.springframework.web.client.RestClientException}
 * when the API cannot be reached or understood.
 */
public interface MarketplaceApi {

    String IDEMPOTENCY_KEY = "Idempotency-Key";

    // Anyone

    @GetExchange("/categories")
    Items<Category> categories();

    @GetExchange("/products")
    SearchResult search(@RequestParam MultiValueMap<String, String> parameters);

    @GetExchange("/products/suggestions")
    Items<Suggestion> suggestions(@RequestParam String q);

    /** With the {@code ETag} that {@link #changeProduct} wants back. */
    @GetExchange("/products/{id}")
    ResponseEntity<Product> product(@PathVariable String id);

    @GetExchange("/products/{id}/prices")
    PriceHistory prices(@PathVariable String id);

    @GetExchange("/products/{id}/prices.csv")
    byte[] priceTable(@PathVariable String id);

    @GetExchange("/products/{id}/offers")
    ProductPrices offers(@PathVariable String id);

    /** The season that runs today; none while no certificate covers the product. */
    @GetExchange("/products/{id}/capacity")
    Items<RunningSeason> capacity(@PathVariable String id);

    @GetExchange("/products/{id}/lots")
    Items<LotCertificate.Latest> latestLots(@PathVariable String id);

    @GetExchange("/lots/{number}")
    LotCertificate lot(@PathVariable String number);

    @GetExchange("/products/{id}/farm-records")
    Items<FarmRecord> farmRecords(@PathVariable String id);

    @GetExchange("/products/{id}/pictures")
    Items<Picture> pictures(@PathVariable String id);

    @GetExchange("/certificates/{number}")
    Certificate certificate(@PathVariable String number);

    @GetExchange("/figures")
    Figures figures(@RequestParam(required = false) @Nullable String month);

    @GetExchange("/ledger/heads")
    Items<Seal.Head> ledgerHeads(@RequestParam(required = false) @Nullable LocalDate until);

    @PostExchange("/auth/token")
    Token token(@RequestBody Credentials credentials);

    // Signed in

    /** Asked once, before there is a session to take the token from. */
    @GetExchange("/me")
    Person me(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

    // Buyers and canteens

    @GetExchange("/procurement/reserve")
    Reserve reserve(@RequestParam int year);

    @PostExchange("/procurement/filings")
    Reserve fileReserve(
            @RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody FileReserve filing);

    @GetExchange("/procurement/corrections")
    Items<UnitCorrection> unitCorrections();

    @PostExchange("/orders/{id}/unit-corrections")
    UnitCorrection correctUnit(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody CorrectUnit correction);

    @PostExchange("/procurement/corrections/{id}/decision")
    UnitCorrection decideCorrection(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Agreement agreement);

    @GetExchange("/procurement/year")
    FiscalYear fiscalYear();

    // Requisitions of budget units

    @GetExchange("/requisitions")
    Page<Requisition.Head> requisitions(@RequestParam(required = false) @Nullable String cursor);

    /** What waits for the visitor's decision, the most urgent first. */
    @GetExchange("/requisitions/waiting")
    Items<Requisition.Head> waitingRequisitions();

    @GetExchange("/requisitions/{id}")
    Requisition requisition(@PathVariable String id);

    @PostExchange("/requisitions")
    Requisition request(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody Request request);

    @PostExchange("/requisitions/{id}/submission")
    Requisition submitRequisition(
            @PathVariable String id, @RequestHeader(IDEMPOTENCY_KEY) String key);

    @PostExchange("/requisitions/{id}/decision")
    Requisition decideRequisition(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Voice voice);

    @PostExchange("/requisitions/{id}/reassignment")
    Requisition reassignRequisition(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Reassign change);

    @PostExchange("/requisitions/{id}/withdrawal")
    Requisition withdrawRequisition(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Reason reason);

    @PostExchange("/requisitions/{id}/orders")
    Requisition orderRequisition(
            @PathVariable String id, @RequestHeader(IDEMPOTENCY_KEY) String key);

    @GetExchange("/unit")
    Unit unit();

    @PostExchange("/unit/people")
    Unit hire(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody NewColleague colleague);

    @PostExchange("/unit/people/leaving")
    Unit leave(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody Leaving leaving);

    @PostExchange("/unit/roles")
    Unit grantRole(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody HoldRole role);

    @PostExchange("/unit/roles/ending")
    Unit endRole(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody HoldRole role);

    @PostExchange("/unit/approval-rules")
    Unit addApprovalRule(
            @RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody NewApprovalRule rule);

    @PostExchange("/unit/approval-rules/{id}/ending")
    Unit endApprovalRule(@PathVariable String id, @RequestHeader(IDEMPOTENCY_KEY) String key);

    @PostExchange("/unit/delegations")
    Unit delegate(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody Delegate delegation);

    @PostExchange("/unit/delegations/{id}/ending")
    Unit endDelegation(@PathVariable String id, @RequestHeader(IDEMPOTENCY_KEY) String key);

    @PostExchange("/unit/budget-lines")
    Unit addBudgetLine(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody NewBudgetLine line);

    @PutExchange("/unit/budget-lines/{id}")
    Unit changeBudgetLine(@PathVariable String id, @RequestBody BudgetAmount amount);

    @GetExchange("/cart")
    Cart cart();

    @PutExchange("/cart/lines/{productId}")
    Cart putInCart(@PathVariable String productId, @RequestBody Quantity quantity);

    @DeleteExchange("/cart/lines/{productId}")
    Cart removeFromCart(@PathVariable String productId);

    @PostExchange("/orders")
    Purchase placeOrder(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody PlaceOrder order);

    @PostExchange("/orders/{id}/cancellation")
    Order cancel(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Reason reason);

    @PostExchange("/orders/{id}/acceptance")
    Order accept(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Acceptance acceptance);

    @PostExchange("/orders/{id}/restocking")
    Order restock(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Restocking restocking);

    @PostExchange("/orders/{id}/card-payments")
    Payment payByCard(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody CardPayment card);

    // Either side of an order, the operator and the auditor

    @GetExchange("/orders")
    Page<OrderSummary> orders(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/orders/{id}")
    Order order(@PathVariable String id);

    @GetExchange("/orders/{id}/lots")
    Items<LotCertificate.OfOrder> lotsOf(@PathVariable String id);

    @GetExchange("/payments")
    Items<Payment> payments(@RequestParam String order);

    @GetExchange("/ledger/entries")
    Items<LedgerEntry> ledgerEntries(@RequestParam String order);

    @GetExchange("/ledger/entries/{id}/proof")
    Seal.Proof ledgerProof(@PathVariable String id);

    // Organisations that want to trade here, and the operator

    @GetExchange("/divisions")
    Items<Division> divisions();

    @PostExchange("/registrations")
    Registration.State register(
            @RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody NewRegistration registration);

    @GetExchange("/registrations/{number}")
    Registration.State registration(@PathVariable String number, @RequestParam String creditCode);

    @GetExchange("/registrations")
    Page<Registration> registrations(
            @RequestParam String state, @RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/registrations/{id}/approval")
    Registration approveRegistration(
            @PathVariable String id, @RequestHeader(IDEMPOTENCY_KEY) String key);

    @PostExchange("/registrations/{id}/refusal")
    Registration refuseRegistration(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Reason reason);

    // A cooperative's certificates: itself, its county, its province, the operator and the auditor

    @GetExchange("/certifications")
    Page<Certification.Summary> certifications(
            @RequestParam(required = false) @Nullable String cursor);

    /** The most urgent first. */
    @GetExchange("/certifications/waiting")
    Items<Certification.Summary> waitingCertifications();

    @GetExchange("/certifications/{id}")
    Certification certification(@PathVariable String id);

    @PostExchange("/certifications")
    Certification certify(
            @RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody CertificationDraft draft);

    @PostExchange("/certifications/{id}/resubmission")
    Certification resubmitCertification(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody CertificationDraft draft);

    @PostExchange("/certifications/{id}/decision")
    Certification decideCertification(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Decision decision);

    // Cooperatives

    @GetExchange("/cooperative/capacity")
    Items<RunningSeason> ownCapacity();

    @GetExchange("/cooperative/delivery-area")
    DeliveryArea deliveryArea();

    @PutExchange("/cooperative/delivery-area")
    DeliveryArea deliver(@RequestBody Provinces provinces);

    @GetExchange("/cooperative/products")
    Page<Product> ownProducts(@RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/products")
    Product addProduct(
            @RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody ProductDraft product);

    @PutExchange("/products/{id}")
    Product changeProduct(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.IF_MATCH) String etag,
            @RequestBody ProductDraft product);

    @PostExchange("/products/{id}/withdrawal")
    Product withdraw(@PathVariable String id, @RequestHeader(IDEMPOTENCY_KEY) String key);

    @PostExchange("/products/{id}/listing")
    Product listAgain(@PathVariable String id, @RequestHeader(IDEMPOTENCY_KEY) String key);

    @PostExchange("/products/{id}/offers")
    ProductPrices addOffer(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody NewOffer offer);

    @PostExchange("/products/{id}/offers/{offerId}/ending")
    ProductPrices endOffer(
            @PathVariable String id,
            @PathVariable String offerId,
            @RequestHeader(IDEMPOTENCY_KEY) String key);

    @GetExchange("/imports")
    Items<Import> imports();

    @GetExchange("/imports/{id}")
    Import importOf(@PathVariable String id);

    @PostExchange("/imports/{id}/application")
    Import applyImport(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody ImportChoice choice);

    @PostExchange("/products/{id}/farm-records")
    Items<FarmRecord> addFarmRecord(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody NewFarmRecord record);

    @PutExchange("/products/{id}/pictures")
    Items<Picture> orderPictures(@PathVariable String id, @RequestBody PictureOrder order);

    @DeleteExchange("/products/{id}/pictures/{pictureId}")
    Items<Picture> removePicture(@PathVariable String id, @PathVariable String pictureId);

    @PostExchange("/orders/{id}/confirmation")
    Order confirm(@PathVariable String id, @RequestHeader(IDEMPOTENCY_KEY) String key);

    @PostExchange("/orders/{id}/refusal")
    Order refuse(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Reason reason);

    @PostExchange("/orders/{id}/shipment")
    Order ship(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Shipment shipment);

    @PostExchange("/orders/{id}/change")
    Order change(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody ChangeOrder lines);

    @PostExchange("/orders/{id}/complaints")
    Complaint complain(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody NewComplaint complaint);

    @GetExchange("/orders/{id}/complaints")
    Items<Complaint.Head> complaintsOf(@PathVariable String id);

    @GetExchange("/orders/{id}/contract")
    Contract contract(@PathVariable String id);

    @PostExchange("/orders/{id}/contract/signatures")
    Contract signContract(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody SignContract seen);

    @GetExchange("/contracts/{number}")
    Contract.Check checkContract(@PathVariable String number);

    @GetExchange("/complaints")
    Page<Complaint.Head> complaints(@RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/complaints/open")
    Items<Complaint.Head> openComplaints();

    @GetExchange("/complaints/{id}")
    Complaint complaint(@PathVariable String id);

    @PostExchange("/complaints/{id}/decision")
    Complaint decideComplaint(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Decision decision);

    @PostExchange("/complaints/{id}/receipt")
    Complaint receiveGoodsBack(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody GoodsBack goods);

    @PostExchange("/orders/{id}/closing")
    Order close(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Reason reason);

    @PostExchange("/orders/{id}/invoice")
    Order invoice(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Invoice invoice);

    @PostExchange("/orders/{id}/invoice/replacement")
    Order replaceInvoice(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody ReplaceInvoice replacement);

    @GetExchange("/orders/{id}/invoices")
    Items<InvoiceRecord> invoicesOf(@PathVariable String id);

    @GetExchange("/ledger/benefits")
    Items<Benefit> benefits();

    // Benefit: rules and claims of cooperatives, households of counties

    @GetExchange("/benefit/rules")
    Items<BenefitRule> benefitRules();

    @PostExchange("/benefit/rules")
    BenefitRule addBenefitRule(
            @RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody NewRule rule);

    @GetExchange("/benefit/households")
    Page<Household> households(@RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/benefit/households")
    Household addHousehold(@RequestHeader(IDEMPOTENCY_KEY) String key);

    @PostExchange("/benefit/households/{id}/plots")
    Household addPlot(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody NewPlot plot);

    @GetExchange("/benefit/plots")
    Items<Household.Plot> plots(@RequestParam String household);

    @GetExchange("/benefit/lots")
    Items<Lot> lots();

    @GetExchange("/benefit/claims")
    Page<Claim> claims(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/benefit/claims")
    Claim addClaim(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody NewClaim claim);

    @PostExchange("/benefit/claims/{id}/confirmation")
    Claim confirmClaim(@PathVariable String id, @RequestHeader(IDEMPOTENCY_KEY) String key);

    @PostExchange("/benefit/claims/{id}/rejection")
    Claim rejectClaim(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Reason reason);

    @GetExchange("/findings")
    Page<Finding> findings(@RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/findings/{id}/decision")
    Finding decideFinding(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Decided decided);

    // Remittances

    @GetExchange("/payables")
    Items<Payable> payables();

    @GetExchange("/remittance-codes/{code}")
    PaymentNote paymentNote(@PathVariable String code);

    @PostExchange("/remittance-codes")
    PaymentNote bundle(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody Bundle bundle);

    @GetExchange("/payer-declarations")
    Items<PayerDeclaration> payerDeclarations();

    @PostExchange("/payer-declarations")
    void declarePayer(
            @RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody DeclarePayer declaration);

    @GetExchange("/banks")
    Items<Bank> banks();

    @PutExchange("/banks/{code}")
    Bank keepBank(
            @PathVariable String code,
            @RequestHeader(HttpHeaders.IF_MATCH) String etag,
            @RequestBody KeepBank bank);

    @GetExchange("/bank-statements")
    Items<BankStatement> bankStatements();

    @PostExchange(url = "/bank-statements", contentType = "application/octet-stream")
    BankStatement importStatement(
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestParam String bank,
            @RequestParam String fileName,
            @RequestBody byte[] file);

    @GetExchange("/bank-lines")
    Page<BankLine> bankLines(
            @RequestParam String state, @RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/bank-lines/{id}/assignment")
    BankLine assignLine(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Assignment assignment);

    @PostExchange("/bank-lines/{id}/set-aside")
    BankLine setLineAside(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Reason reason);

    @PostExchange("/bank-lines/{id}/return")
    BankLine sendLineBack(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Bounce sentBack);

    @PostExchange("/bank-lines/{id}/reversal")
    BankLine takeLineBack(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Reason reason);

    // Pay-outs

    @GetExchange("/orders/{id}/payment-clock")
    PaymentClock paymentClock(@PathVariable String id);

    @GetExchange("/settlement-statement")
    SettlementStatement settlementStatement(
            @RequestParam String month,
            @RequestParam(required = false) @Nullable String organisation);

    @GetExchange("/payouts/payable")
    Items<PayableCooperative> payableCooperatives();

    @GetExchange("/payout-batches")
    Items<PayoutBatch> payoutBatches();

    @GetExchange("/payout-batches/{id}")
    PayoutBatch payoutBatch(@PathVariable String id);

    @PostExchange("/payout-batches")
    PayoutBatch preparePayouts(@RequestHeader(IDEMPOTENCY_KEY) String key);

    @PostExchange("/payout-batches/{id}/release")
    PayoutBatch releasePayouts(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Release release);

    @PostExchange("/payout-batches/{id}/cancellation")
    PayoutBatch cancelPayouts(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Reason reason);

    @PostExchange("/payouts/{id}/bounce")
    PayoutBatch bouncePayout(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Bounce bounce);

    // School canteens

    @GetExchange("/school/need")
    Need need(@RequestParam(required = false) @Nullable String week);

    @PutExchange("/school/head-counts")
    Need putHeadCounts(@RequestBody HeadCounts headCounts);

    @GetExchange("/school/suppliers")
    Items<Offer> suppliers(@RequestParam String foodGroup, @RequestParam String week);

    @GetExchange("/school/dishes")
    Items<Dish> dishes();

    @GetExchange("/school/menu")
    Menu menu(@RequestParam(required = false) @Nullable String week);

    @PutExchange("/school/menu")
    Menu copyMenu(@RequestBody CopyMenu copy);

    @PutExchange("/school/menu/days/{day}")
    Menu putMenuDay(@PathVariable String day, @RequestBody DayDishes dishes);

    @GetExchange("/school/demand")
    Demand demand(@RequestParam(required = false) @Nullable String week);

    @PutExchange("/school/store-room")
    Demand putStoreRoom(@RequestBody CountStoreRoom counted);

    @GetExchange("/school/demand/{ingredient}/suppliers")
    Items<Offer> ingredientSuppliers(@PathVariable String ingredient, @RequestParam String week);

    // Kitchen and recalls

    @GetExchange("/kitchen/day")
    KitchenDay kitchenDay(@RequestParam(required = false) @Nullable String day);

    @GetExchange("/incidents")
    Items<Incident> incidents();

    @PostExchange("/incidents")
    Items<Incident> noteIncident(
            @RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody NewIncident incident);

    @PostExchange("/incidents/{id}/report")
    Items<Incident> reportIncident(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody ReportedTo to);

    @GetExchange("/schools/{code}/lunch")
    Lunch lunch(@PathVariable String code, @RequestParam(required = false) @Nullable String day);

    @PostExchange("/kitchen/uses")
    KitchenDay useLot(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody UseLot use);

    @PostExchange("/kitchen/uses/{id}/correction")
    KitchenDay correctUse(@PathVariable String id, @RequestHeader(IDEMPOTENCY_KEY) String key);

    @PostExchange("/kitchen/disposals")
    KitchenDay disposeLot(
            @RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody DisposeLot disposal);

    @PostExchange("/kitchen/samples")
    KitchenDay keepSample(
            @RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody KeepSample sample);

    @PostExchange("/kitchen/samples/{id}/disposal")
    KitchenDay disposeSample(@PathVariable String id, @RequestHeader(IDEMPOTENCY_KEY) String key);

    @GetExchange("/recalls")
    Items<Recall> recalls();

    @PostExchange("/recalls")
    Recall openRecall(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody OpenRecall recall);

    @GetExchange("/recalls/{id}")
    Recall recall(@PathVariable String id);

    @PostExchange("/recalls/{id}/answer")
    Recall answerRecall(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody AnswerRecall answer);

    // Education bureau

    @GetExchange("/bureau/month")
    SchoolsMonth schoolsMonth(@RequestParam(required = false) @Nullable String month);

    @GetExchange("/bureau/canteens")
    Items<Canteen> canteens(@RequestParam(required = false) @Nullable String week);

    @PutExchange("/bureau/canteens")
    Items<Canteen> putCanteen(@RequestBody TakeCanteen canteen);

    @DeleteExchange("/bureau/canteens/{id}")
    void removeCanteen(@PathVariable String id);

    @GetExchange("/bureau/plans")
    Items<WeekPlan> weekPlans(@RequestParam String week);

    @PostExchange("/bureau/plans")
    WeekPlan planWeek(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody PlanWeek week);

    @GetExchange("/bureau/plans/{id}")
    WeekPlan weekPlan(@PathVariable String id);

    @PostExchange("/bureau/plans/{id}/stop")
    WeekPlan stopPlan(@PathVariable String id, @RequestHeader(IDEMPOTENCY_KEY) String key);

    @PostExchange("/bureau/plans/{id}/acceptance")
    WeekPlan acceptPlan(@PathVariable String id, @RequestHeader(IDEMPOTENCY_KEY) String key);

    @PutExchange("/bureau/plans/{id}/lines/{number}/choice")
    WeekPlan chooseProduct(
            @PathVariable String id, @PathVariable int number, @RequestBody ChooseProduct choice);

    @DeleteExchange("/bureau/plans/{id}/lines/{number}/choice")
    WeekPlan leaveChoice(@PathVariable String id, @PathVariable int number);

    @GetExchange("/cooperative/supply-terms")
    SupplyTerms supplyTerms();

    @PutExchange("/cooperative/supply-terms")
    SupplyTerms putSupplyTerms(@RequestBody SupplyTerms terms);

    // Operator

    @PostExchange("/orders/{id}/remittances")
    Payment recordRemittance(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Remittance remittance);

    @PostExchange("/orders/{id}/card-refunds")
    Items<Payment> refundToCard(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody CardRefund refund);

    @GetExchange("/payments/unknown")
    Items<UnknownPayment> unknownPayments();

    @PostExchange("/payments/{id}/asking")
    Payment askAboutPayment(@PathVariable String id);

    @GetExchange("/disputes")
    Items<Dispute> disputes();

    @PostExchange("/orders/{id}/refunds")
    Payment refund(
            @PathVariable String id,
            @RequestHeader(IDEMPOTENCY_KEY) String key,
            @RequestBody Refund refund);

    @GetExchange("/catalog/parked")
    Page<ParkedProduct> parked(@RequestParam(required = false) @Nullable String cursor);

    @PutExchange("/catalog/parked/{id}")
    Product correctParked(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.IF_MATCH) String etag,
            @RequestBody ProductDraft product);

    @PostExchange("/catalog/parked/replay")
    void replayParked(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody Replay replay);

    @GetExchange("/supervision/today")
    Today today();

    // Auditor

    /** A zip. */
    @GetExchange("/ledger/export")
    byte[] ledgerExport(@RequestParam LocalDate from, @RequestParam LocalDate to);
}
