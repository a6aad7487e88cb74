namespace PolicyLang.Testing;

/// <summary>The names of the prelude that generated frameworks use.</summary>
internal static class CorpusNames
{
    public static readonly string[] Roles = ["Controller", "Processor", "Controller or Processor", "Exporter", "ServiceProvider", "FinancialInstitution", "TelecommunicationsProvider", "CriticalInfrastructureOperator", "PublicBody", "any"];

    public static readonly string[] Recipients = ["Authority", "Regulator", "Court", "Processor", "Controller", "IntelligenceService, Prosecutor", "LawEnforcementAuthority"];

    public static readonly string[] Data =
    [
        "PersonalData", "SensitivePersonalData", "Health", "Biometric, Genetic", "PreciseLocation", "Financial except PaymentData", "PaymentData", "CommunicationsContent", "TrafficData",
        "CustomerData", "EmployeeData", "NationalIdentifier", "ImportantData", "CoreData", "IndustrialData or TelemetryData", "TradeSecret", "GeospatialData", "PersonalData except ChildrensData", "any",
    ];

    public static readonly string[] Transfers = ["transfer", "transfer", "disclose", "provide_access", "onward_transfer", "sell or share"];

    public static readonly string[] Acts = ["store", "process", "store or process", "access", "analyse", "delete", "profile"];

    public static readonly string[] Regions = ["EEA", "CPTPP", "RCEP", "ASEAN", "USMCA", "DEPA", "BRICS", "APEC", "EuAdequate", "GlobalCBPR", "AfricanUnion"];

    public static readonly string[] Purposes = ["Marketing", "LegalClaim", "AcademicResearch", "LegalCompliance", "DataBrokerage, Advertising", "PublicInterest", "ContractPerformance", "VitalInterest", "LawEnforcementRequest"];

    public static readonly string[] Conditions =
    [
        "explicit_consent", "separate_consent or court_order", "not emergency", "subjects >= {0}", "subjects < {0} and occasional", "safeguards include SCC", "safeguards include any of SCC, BCR, CBPR",
        "safeguards include all of Certification, SupplementaryMeasures", "safeguards include none of SCC, BCR", "purpose is Marketing, DataBrokerage", "not (purpose is LegalClaim or mlat_request)",
        "recipient is Authority and (mlat_request or executive_agreement)", "counterpart is outside EEA", "security_incident and not data_breach", "business_need", "date >= {1}",
    ];

    public static readonly string[] Targets = ["CriticalInfrastructure", "HealthInfrastructure", "ElectoralInfrastructure", "CERT", "SupplyChain"];

    public static readonly string[] Aims = ["Privacy", "FreeFlow, DigitalTrade", "NationalSecurity", "DataSovereignty, Cybersecurity", "HumanRights", "Innovation"];

    public static readonly string[] Ranks = ["statute", "statute", "regulation", "decision", "treaty"];
}
